import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { reasonedChange, stepChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { type PlanItem, stateOptions, states } from './plan.ts'

const columns: Column<PlanItem>[] = [
  {
    key: 'name',
    header: t('Plan'),
    sort: 'name',
    cell: ({ name }) => name,
    beside: ({ id }) => <OpenThreads about={`plan:${id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    cell: ({ state }) => <StateBadge {...states[state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'decision',
    header: t('Decision expected'),
    sort: 'decision',
    cell: ({ decision }) => <DateTime value={decision} />,
  },
  {
    key: 'done',
    header: t('Done'),
    cell: ({ done, tasks }) => t('{done, number} of {tasks, number}', { done, tasks }),
    from: [{ field: ['done', 'tasks'], between: ' / ' }],
  },
  {
    key: 'overdue',
    header: t('Overdue'),
    align: 'end',
    cell: ({ overdue }) => overdue,
  },
  {
    key: 'changedAt',
    header: t('Changed'),
    sort: 'changedAt',
    cell: ({ changedAt }) => <DateTime value={changedAt} />,
  },
]

const bulk: BulkChanges = {
  permission: 'plans:edit',
  changes: [
    reasonedChange('discard', t('Discard'), labelsOf(states)),
    stepChange('restore', t('Restore'), labelsOf(states)),
  ],
}

/** Every plan that was kept: the one that is followed, drafts, and those before. */
export default function PlansPage() {
  const plan = (
    <LinkButton to="/plans/new" look="primary" permission="plans:edit">
      {t('Plan the road')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Plans')}
      lead={t('From what is missing to the decision of a certification body: tasks, owners, dates, critical path.')}
      actions={plan}
    >
      <List<PlanItem>
        id="plans"
        label={t('Plans')}
        path="/plans"
        columns={columns}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        rowTo={({ id }) => `/plans/${id}`}
        filters={[{ key: 'state', label: t('State'), options: stateOptions }]}
        search={t('Search plans')}
        defaultSort="-changedAt"
        bulk={bulk}
        empty={
          <EmptyState
            action={plan}
            link={{ label: t('Why actions are planned (6.2)'), to: '/frameworks/ISO-42001-2023/6.2' }}
          >
            {t('The road belongs here: what to do in which order, by whom and by when. A few questions make it.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
