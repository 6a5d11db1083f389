import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type BulkChanges, type Column } from '../../ui/list.tsx'
import { reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { stateOptions, states, type SupplierView } from './supplier.ts'

const columns: Column<SupplierView>[] = [
  { key: 'name', header: t('Supplier'), sort: 'name', cell: (row) => row.name },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  { key: 'owner', header: t('Owner'), cell: (row) => row.owner.name, from: [{ field: 'owner.name' }] },
  {
    key: 'reviewDueOn',
    header: t('Review due'),
    sort: 'reviewDueOn',
    cell: (row) => row.reviewDueOn && <DateTime value={row.reviewDueOn} />,
  },
  { key: 'purpose', header: t('Purpose'), optional: true, cell: (row) => row.purpose },
]

const bulk: BulkChanges = {
  permission: 'suppliers:end',
  changes: [reasonedChange('end', t('End the relationship'), labelsOf(states))],
}

export default function SuppliersPage() {
  const add = (
    <LinkButton to="/gallery/suppliers/new" look="primary" permission="suppliers:edit">
      {t('Add supplier')}
    </LinkButton>
  )
  return (
    <Page title={t('Suppliers')} lead={t('Who provides AI systems, models, data or services to you.')} actions={add}>
      <List<SupplierView>
        id="suppliers"
        label={t('Suppliers')}
        path="/suppliers"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/gallery/suppliers/${row.id}`}
        filters={[{ key: 'state', label: t('State'), options: stateOptions }]}
        search={t('Search suppliers')}
        defaultSort="-changedAt"
        bulk={bulk}
        empty={
          <EmptyState action={add} link={{ label: t('Why suppliers are recorded (A.10.3)'), to: '/frameworks/A.10.3' }}>
            {t('Every supplier whose AI you use or build on belongs here, with who answers for what.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
