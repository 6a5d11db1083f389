import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { monthsChange, ownerChange, reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { badgeOf, type ControlRow, numberOf, outcomes, scopes, states } from './words.ts'

const columns: Column<ControlRow>[] = [
  {
    key: 'name',
    header: t('Control'),
    sort: 'name',
    cell: (row) => row.name,
    beside: (row) => <OpenThreads about={`applied-control:${row.id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (row) => <StateBadge {...badgeOf(row)} />,
    from: [
      {
        field: 'lastCheck.outcome',
        words: { 'does-not-work': outcomes['does-not-work'].label },
        when: { state: ['running'] },
      },
      { field: 'checkOverdue', words: { true: t('Check overdue') } },
      { field: 'state', words: labelsOf(states) },
    ],
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
    key: 'requirements',
    header: t('Serves'),
    cell: (row) => row.requirements.map(numberOf).join(', '),
    from: [{ field: 'requirements.ref' }],
  },
  { key: 'evidence', header: t('Accepted evidence'), align: 'end', cell: (row) => row.evidence },
  {
    key: 'checkDueOn',
    header: t('Check due'),
    sort: 'checkDueOn',
    cell: (row) => row.checkDueOn && <DateTime value={row.checkDueOn} />,
  },
  {
    key: 'scope',
    header: t('Covers'),
    optional: true,
    cell: (row) => (row.scope === 'systems' ? row.systems.map(({ name }) => name).join(', ') : scopes.organization),
    from: [
      { field: 'systems.name', when: { scope: ['systems'] } },
      { field: 'scope', words: scopes },
    ],
  },
  { key: 'reference', header: t('Number'), optional: true, cell: (row) => row.reference },
]

const filters: Filter[] = [
  {
    key: 'state',
    label: t('State'),
    options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
  },
  {
    key: 'check',
    label: t('Check'),
    options: [
      { value: 'overdue', label: t('Overdue') },
      { value: 'failed', label: t('Found not to work') },
    ],
  },
  { key: 'scope', label: t('Covers'), options: Object.entries(scopes).map(([value, label]) => ({ value, label })) },
]

const bulk: BulkChanges = {
  permission: 'controls:edit',
  changes: [
    ownerChange(),
    monthsChange('checkMonths', t('Checked every'), [1, 3, 6, 12]),
    {
      change: 'start',
      label: t('Runs since'),
      words: labelsOf(states),
      fields: [
        {
          kind: 'day',
          name: 'runningSince',
          label: t('Runs since'),
          help: t('Left empty, since today.'),
          mayBeEmpty: true,
        },
      ],
    },
    reasonedChange('retire', t('Retire'), labelsOf(states)),
  ],
}

export default function ControlsPage() {
  const add = (
    <LinkButton to="/controls/new" look="primary" permission="controls:edit">
      {t('Plan a control')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Controls')}
      lead={t('What is done so that requirements are met. One control may serve many requirements of many frameworks.')}
      actions={
        <>
          {add}
          <LinkButton to="/imports/new?register=controls" permission="controls:edit">
            {t('Import a file')}
          </LinkButton>
        </>
      }
    >
      <List<ControlRow>
        id="controls"
        label={t('Controls')}
        path="/controls"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/controls/${row.id}`}
        filters={filters}
        search={t('Search controls')}
        bulk={bulk}
        defaultSort="name"
        empty={
          <EmptyState
            action={add}
            link={{ label: t('How controls are planned and run (8.1)'), to: '/frameworks/ISO-42001-2023/8.1' }}
          >
            {t('Write down what you do already, who answers for it, and how you know that it works.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
