import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { decisions, states, type ScreeningItem } from './words.ts'

const columns: Column<ScreeningItem>[] = [
  {
    key: 'concludedOn',
    header: t('Screening'),
    cell: (row) => <DateTime value={row.concludedOn ?? row.changedAt} />,
    from: [{ field: 'concludedOn' }, { field: 'changedAt' }],
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'decision',
    header: t('Decision'),
    cell: decisionOf,
    from: [{ field: 'decision', words: labelsOf(decisions) }],
  },
  {
    key: 'score',
    header: t('Score'),
    cell: (row) => (row.score === null ? null : t('{total, number} of 24', { total: row.score })),
  },
  { key: 'rules', header: t('Rules'), optional: true, cell: (row) => row.rules },
]

/** Every screening, so that one sees how the answer changed. */
export function ScreeningHistory() {
  return (
    <List<ScreeningItem>
      id="screenings"
      label={t('Screenings')}
      path="/screenings"
      columns={columns}
      rowId={(row) => row.id}
      rowLabel={(row) => row.concludedOn ?? row.changedAt}
      rowTo={(row) => (row.state === 'draft' ? `/screening/${row.id}/questions` : `/screening/${row.id}`)}
      defaultSort="-changedAt"
      empty={null}
    />
  )
}

function decisionOf({ decision }: ScreeningItem): string | null {
  const found = Object.entries(decisions).find(([word]) => word === decision)
  return found ? found[1].label : null
}
