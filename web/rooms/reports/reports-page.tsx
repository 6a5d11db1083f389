import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showNumber } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { MakeButton } from './make-button.tsx'
import { formats, type ReportItem, states } from './report.ts'

const columns: Column<ReportItem>[] = [
  {
    key: 'title',
    header: t('Report'),
    sort: 'title',
    cell: ({ title }) => title,
    beside: ({ id }) => <OpenThreads about={`report:${id}`} />,
  },
  {
    key: 'instant',
    header: t('Records as of'),
    sort: 'askedAt',
    cell: ({ instant }) => <DateTime value={instant} precision="minute" />,
  },
  { key: 'seq', header: t('Entry'), sort: 'seq', align: 'end', cell: ({ seq }) => showNumber(seq) },
  {
    key: 'state',
    header: t('State'),
    cell: ({ state }) => <StateBadge {...states[state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'askedBy',
    header: t('Asked for by'),
    cell: ({ askedBy }) => askedBy?.name ?? t('A machine'),
    from: [{ field: 'askedBy.name' }],
    absent: t('A machine'),
  },
  {
    key: 'files',
    header: t('Files'),
    cell: ({ files }) => files.map(({ format }) => formats[format].label).join(', '),
    from: [{ field: 'files.format', words: labelsOf(formats) }],
  },
]

const bulk: BulkChanges = {
  permission: 'reports:withdraw',
  changes: [reasonedChange('withdraw', t('Withdraw'), labelsOf(states))],
}

/** Every report that was made, each the same whenever it is opened again. */
export default function ReportsPage() {
  return (
    <Page
      title={t('Reports')}
      lead={t(
        'On paper: where every clause and control stands, why, and what to do next. Each states what it was made from.',
      )}
      actions={<MakeButton />}
    >
      <List<ReportItem>
        id="reports"
        label={t('Reports')}
        path="/reports"
        columns={columns}
        rowId={({ id }) => id}
        rowLabel={({ title, seq }) => `${title}, ${seq}`}
        rowTo={({ id }) => `/reports/${id}`}
        search={t('Search reports')}
        defaultSort="-askedAt"
        bulk={bulk}
        empty={
          <EmptyState
            action={<MakeButton />}
            link={{ label: t('Why management looks at results (9.3.2)'), to: '/frameworks/ISO-42001-2023/9.3.2' }}
          >
            {t('Gap reports belong here, for management, clients and auditors.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
