import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, type Column, type Filter, List } from '../../ui/list.tsx'
import { dayChange, ownerChange, reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { badgeOf, type Obligation, sourceKinds, states } from './words.ts'

const columns: Column<Obligation>[] = [
  {
    key: 'title',
    header: t('Obligation'),
    sort: 'title',
    cell: (row) => row.title,
    beside: (row) => <OpenThreads about={`obligation:${row.id}`} />,
  },
  {
    key: 'source',
    header: t('Source'),
    sort: 'source',
    cell: (row) => [row.source, row.article].filter(Boolean).join(', '),
    from: [{ field: ['source', 'article'] }],
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (row) => <StateBadge {...badgeOf(row)} />,
    from: [
      { field: 'reviewOverdue', words: { true: t('Review overdue') } },
      { field: 'state', words: labelsOf(states) },
    ],
  },
  {
    key: 'appliesTo',
    header: t('Applies to'),
    cell: (row) => row.systems.map(({ name }) => name).join(', ') || t('The organisation'),
    from: [{ field: 'systems.name' }],
    absent: t('The organisation'),
  },
  {
    key: 'owner',
    header: t('Owner'),
    sort: 'owner',
    cell: (row) => row.owner?.name ?? t('Nobody yet'),
    from: [{ field: 'owner.name' }],
    absent: t('Nobody yet'),
  },
  {
    key: 'dueOn',
    header: t('Applies from'),
    sort: 'dueOn',
    cell: (row) => row.dueOn && <DateTime value={row.dueOn} />,
  },
  {
    key: 'reviewDueOn',
    header: t('Next review'),
    sort: 'reviewDueOn',
    optional: true,
    cell: (row) => row.reviewDueOn && <DateTime value={row.reviewDueOn} />,
  },
  { key: 'reference', header: t('Number'), sort: 'reference', optional: true, cell: (row) => row.reference },
  {
    key: 'kind',
    header: t('Kind of source'),
    optional: true,
    cell: (row) => sourceKinds[row.sourceKind],
    from: [{ field: 'sourceKind', words: labelsOf(sourceKinds) }],
  },
]

const bulk: BulkChanges = {
  permission: 'obligations:edit',
  changes: [
    ownerChange(),
    dayChange('dueOn', t('Applies from')),
    dayChange('reviewDueOn', t('Next review')),
    reasonedChange('withdraw', t('Withdraw'), labelsOf(states)),
  ],
}

export default function ObligationsPage() {
  const { person } = useSession()
  const filters: Filter[] = [
    {
      key: 'state',
      label: t('State'),
      multiple: true,
      options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
    },
    {
      key: 'sourceKind',
      label: t('Kind of source'),
      multiple: true,
      options: Object.entries(sourceKinds).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'owner',
      label: t('Owner'),
      options: [
        { value: person.id, label: t('Mine') },
        { value: 'none', label: t('Nobody yet') },
      ],
    },
    {
      key: 'reporting',
      label: t('Duty to report'),
      options: [
        { value: 'true', label: t('Somebody has to be told') },
        { value: 'false', label: t('Nobody has to be told') },
      ],
    },
    {
      key: 'due',
      label: t('Date'),
      options: [
        { value: 'review-overdue', label: t('Review overdue') },
        { value: 'in-force', label: t('In force, not shown as fulfilled') },
        { value: 'ahead', label: t('Applies later') },
        { value: 'none', label: t('No day set') },
      ],
    },
  ]
  const add = (
    <LinkButton to="/obligations/new" look="primary" permission="obligations:edit">
      {t('Add obligation')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Obligations')}
      lead={t('What laws, contracts, standards and your own commitments ask, and how each is fulfilled.')}
      actions={
        <>
          <LinkButton to="/imports/new?register=obligations" permission="obligations:edit">
            {t('Import a file')}
          </LinkButton>
          {add}
        </>
      }
    >
      <List<Obligation>
        id="obligations"
        label={t('Obligations')}
        path="/obligations"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        rowTo={(row) => `/obligations/${row.id}`}
        filters={filters}
        search={t('Search obligations')}
        bulk={bulk}
        defaultSort="title"
        empty={
          <EmptyState action={add} link={{ label: t('AI systems and the EU AI Act'), to: '/ai-systems' }}>
            {t('Enter what you are bound to, or answer the questions of the EU AI Act at an AI system.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
