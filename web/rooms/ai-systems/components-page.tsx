import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { ownerChange, reasonedChange, unitChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { personalDataWords } from './component-words.ts'
import { type ComponentItem, componentStates, kinds, optionsOf } from './words.ts'

const columns: Column<ComponentItem>[] = [
  {
    key: 'name',
    header: t('Name'),
    sort: 'name',
    cell: (row) => row.name,
    beside: (row) => <OpenThreads about={`${row.kind}:${row.id}`} />,
  },
  {
    key: 'kind',
    header: t('Kind'),
    sort: 'kind',
    cell: (row) => kinds[row.kind],
    from: [{ field: 'kind', words: labelsOf(kinds) }],
  },
  {
    key: 'version',
    header: t('Current version'),
    cell: (row) => row.currentVersion ?? '',
    from: [{ field: 'currentVersion' }],
  },
  { key: 'usedBySystems', header: t('Used by'), align: 'end', cell: (row) => row.usedBySystems },
  {
    key: 'owner',
    header: t('Owner'),
    sort: 'owner',
    cell: (row) => row.owner?.name ?? '',
    from: [{ field: 'owner.name' }],
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (row) => <StateBadge {...componentStates[row.state]} />,
    from: [{ field: 'state', words: labelsOf(componentStates) }],
  },
  { key: 'supplier', header: t('Supplier'), sort: 'supplier', optional: true, cell: (row) => row.supplier },
  {
    key: 'unit',
    header: t('Unit'),
    optional: true,
    cell: (row) => row.unit?.name ?? '',
    from: [{ field: 'unit.name' }],
  },
  { key: 'reference', header: t('Inventory number'), optional: true, cell: (row) => row.reference },
  {
    key: 'reviewedOn',
    header: t('Reviewed on'),
    sort: 'reviewedOn',
    optional: true,
    cell: (row) => row.reviewedOn && <DateTime value={row.reviewedOn} />,
  },
]

const filters: Filter[] = [
  { key: 'kind', label: t('Kind'), multiple: true, options: optionsOf(kinds) },
  {
    key: 'state',
    label: t('State'),
    options: Object.entries(componentStates).map(([value, { label }]) => ({ value, label })),
  },
  { key: 'owner', label: t('Owner'), options: [{ value: 'none', label: t('Without an owner') }] },
  {
    key: 'personalData',
    label: t('Personal data'),
    multiple: true,
    options: [...optionsOf(personalDataWords), { value: 'unstated', label: t('Not stated') }],
  },
]

const bulk: BulkChanges = {
  permission: 'components:edit',
  changes: [ownerChange(), unitChange(), reasonedChange('retire', t('Retire'), labelsOf(componentStates))],
}

export default function ComponentsPage() {
  const register = (
    <LinkButton to="/components/new" look="primary" permission="components:register">
      {t('Register model or data')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Models and data')}
      lead={t(
        'Models, datasets, prompts and agents that your AI systems are made of, with their versions and where they come from.',
      )}
      actions={register}
    >
      <List<ComponentItem>
        id="components"
        label={t('Models and data')}
        path="/components"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/components/${row.id}`}
        filters={filters}
        search={t('Search models and data')}
        defaultSort="name"
        bulk={bulk}
        empty={
          <EmptyState
            action={register}
            link={{ label: t('Why data are recorded (A.4.3)'), to: '/frameworks/ISO-42001-2023/A.4.3' }}
          >
            {t('Begin with the model and the data behind your most important AI system.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
