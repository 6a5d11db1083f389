import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showInstant } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { HowToScan } from './how-to-scan.tsx'
import type { Scan } from './words.ts'

const columns: Column<Scan>[] = [
  {
    key: 'sentAt',
    header: t('Sent in'),
    sort: 'sentAt',
    cell: (row) => <DateTime value={row.sentAt} precision="minute" />,
  },
  { key: 'files', header: t('Files read'), align: 'end', cell: (row) => row.files },
  { key: 'findings', header: t('Places'), align: 'end', cell: (row) => row.findings },
  { key: 'candidates', header: t('AI systems found'), align: 'end', cell: (row) => row.candidates },
]

/** Scans that were sent in, and how to send one. */
export default function ScansPage() {
  return (
    <Page title={t('Scans')} crumbs={[{ label: t('Discovery'), to: '/discovery' }]}>
      <List<Scan>
        id="scans"
        label={t('Scans')}
        path="/discovery/scans"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => showInstant(row.sentAt)}
        defaultSort="-sentAt"
        empty={<EmptyState>{t('No scan was sent in yet.')}</EmptyState>}
      />
      <HowToScan />
    </Page>
  )
}
