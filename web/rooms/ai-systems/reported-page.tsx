import { t } from '../../messages/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { dataClasses, individualDecisions, intakes, listed, type SystemRow } from './words.ts'

const columns: Column<SystemRow>[] = [
  { key: 'name', header: t('AI system'), sort: 'name', cell: (row) => row.name },
  {
    key: 'intake',
    header: t('Answer'),
    cell: (row) => row.intake && <StateBadge {...intakes[row.intake]} />,
    from: [{ field: 'intake', words: labelsOf(intakes) }],
  },
  { key: 'purpose', header: t('Purpose'), cell: (row) => row.purpose },
  { key: 'supplier', header: t('Supplier'), sort: 'supplier', cell: (row) => row.supplier },
  {
    key: 'individualDecisions',
    header: t('Decisions about individuals'),
    optional: true,
    cell: (row) => (row.individualDecisions ? individualDecisions[row.individualDecisions] : ''),
    from: [{ field: 'individualDecisions', words: individualDecisions }],
  },
  {
    key: 'dataClasses',
    header: t('Data'),
    optional: true,
    cell: (row) => listed(row.dataClasses.map((one) => dataClasses[one])) ?? '',
    from: [{ field: 'dataClasses', words: dataClasses }],
  },
]

/** Reports of employees: open one, take it into the register or dismiss it. */
export default function ReportedPage() {
  const options = Object.entries(intakes).map(([value, { label }]) => ({ value, label }))
  return (
    <Page
      title={t('Reported AI')}
      lead={t(
        'What employees use or want. Take each into the register with an owner, or dismiss it with a reason they can read.',
      )}
    >
      <List<SystemRow>
        id="reported-ai"
        label={t('Reports of employees')}
        path="/ai-systems"
        fixed={{ reported: 'yes' }}
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/ai-systems/${row.id}`}
        filters={[{ key: 'intake', label: t('Answer'), multiple: true, options }]}
        search={t('Search reports')}
        defaultSort="-changedAt"
        empty={
          <EmptyState
            action={
              <LinkButton to="/report-ai" permission="ai-systems:intake">
                {t('See the form')}
              </LinkButton>
            }
          >
            {t('Nothing was reported yet. Send every employee the address of the form; it takes two minutes.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
