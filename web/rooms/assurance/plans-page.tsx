import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { badgeOfStanding, kindOptions, kinds, type Plan, planStates, verdicts } from './words.ts'

const columns: Column<Plan>[] = [
  {
    key: 'title',
    header: t('Plan'),
    sort: 'title',
    cell: ({ title }) => title,
    beside: ({ id }) => <OpenThreads about={`measurement-plan:${id}`} />,
  },
  {
    key: 'kind',
    header: t('Measures'),
    sort: 'kind',
    cell: ({ kind }) => kinds[kind].label,
    from: [{ field: 'kind', words: labelsOf(kinds) }],
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: ({ state }) => <StateBadge {...planStates[state]} />,
    from: [{ field: 'state', words: labelsOf(planStates) }],
  },
  {
    key: 'standing',
    header: t('Newest confirming run'),
    cell: (plan) => plan.state === 'approved' && <StateBadge {...badgeOfStanding(plan)} />,
    from: [
      { field: 'lastConfirming.verdict', words: { fail: verdicts.fail.label }, when: { state: ['approved'] } },
      { field: 'overdue', words: { true: t('Run overdue') }, when: { state: ['approved'] } },
      { field: 'lastConfirming.verdict', words: labelsOf(verdicts), when: { state: ['approved'] } },
      { field: 'state', words: { approved: t('No confirming run yet'), '*': '' } },
    ],
  },
  {
    key: 'runs',
    header: t('Runs'),
    align: 'end',
    cell: ({ runs }) => runs.finished,
    from: [{ field: 'runs.finished' }],
  },
  {
    key: 'dueOn',
    header: t('Next run due'),
    cell: ({ dueOn }) => dueOn && <DateTime value={dueOn} />,
  },
  { key: 'edition', header: t('Edition'), align: 'end', optional: true, cell: ({ edition }) => edition },
]

const filters: Filter[] = [
  {
    key: 'state',
    label: t('State'),
    options: Object.entries(planStates).map(([value, { label }]) => ({ value, label })),
  },
  { key: 'kind', label: t('Measures'), options: kindOptions },
]

const bulk: BulkChanges = {
  permission: 'assurance:plan',
  changes: [reasonedChange('withdraw', t('Withdraw'), labelsOf(planStates))],
}

/** What is measured, against limits that were approved before anybody saw results. */
export default function PlansPage() {
  const add = (
    <LinkButton to="/assurance/plans/new" look="primary" permission="assurance:plan">
      {t('Write a measurement plan')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Measurement plans')}
      lead={t(
        'What is measured, why so, and against which limits. Another person approves a plan before results are seen.',
      )}
      actions={add}
    >
      <List<Plan>
        id="measurement-plans"
        label={t('Measurement plans')}
        path="/measurement-plans"
        columns={columns}
        rowId={({ id }) => id}
        rowLabel={({ title }) => title}
        rowTo={({ id }) => `/assurance/plans/${id}`}
        filters={filters}
        search={t('Search plans')}
        defaultSort="-createdAt"
        bulk={bulk}
        empty={
          <EmptyState
            action={add}
            link={{ label: t('Why measures are set beforehand (9.1)'), to: '/frameworks/ISO-42001-2023/9.1' }}
          >
            {t('Plans for fairness, performance, calibration, drift and data quality belong here.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
