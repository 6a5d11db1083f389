import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { monthsChange, ownerChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import { keepingChanges } from './keeping-changes.ts'
import { stateOptions, states, type ProcessView } from './words.ts'

const columns: Column<ProcessView>[] = [
  {
    key: 'name',
    header: t('Process'),
    sort: 'name',
    cell: (row) => row.name,
    beside: (row) => <OpenThreads about={`process:${row.id}`} />,
  },
  { key: 'owner', header: t('Owner'), cell: (row) => row.owner?.name, from: [{ field: 'owner.name' }] },
  { key: 'clauses', header: t('Clauses'), cell: (row) => row.clauses.join(', ') },
  {
    key: 'interval',
    header: t('Runs every'),
    cell: (row) => (row.intervalMonths === null ? null : everyMonths(row.intervalMonths)),
    from: [{ field: 'intervalMonths' }],
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'changedAt',
    header: t('Changed'),
    sort: 'changedAt',
    optional: true,
    cell: (row) => <DateTime value={row.changedAt} />,
  },
]

const bulk: BulkChanges = {
  permission: 'context:edit',
  changes: [
    ownerChange(),
    monthsChange('intervalMonths', t('Runs every'), [1, 3, 6, 12, 24], true),
    ...keepingChanges(),
  ],
}

/** The processes that make up the AI management system, and how they feed each other. */
export default function ProcessesPage() {
  const record = (
    <LinkButton to="/processes/new" look="primary" permission="context:edit">
      {t('Record a process')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Processes')}
      lead={t('What makes up your AI management system, who owns it, and what each process feeds.')}
      actions={record}
    >
      <ClauseFold number="4.4" />
      <List<ProcessView>
        id="processes"
        label={t('Processes')}
        path="/processes"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/processes/${row.id}`}
        filters={[{ key: 'state', label: t('State'), options: stateOptions }]}
        search={t('Search processes')}
        defaultSort="name"
        bulk={bulk}
        empty={
          <EmptyState
            action={record}
            link={{ label: t('Clause 4.4: the AI management system'), to: '/frameworks/ISO-42001-2023/4.4' }}
          >
            {t(
              'Each process of the management system belongs here: risk assessment, intake of systems, training, audit, and so on.',
            )}
          </EmptyState>
        }
      />
    </Page>
  )
}

export function everyMonths(months: number): string {
  return t('{months, plural, one {month} other {# months}}', { months })
}
