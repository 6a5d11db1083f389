import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { choiceChange, dayChange, monthsChange, ownerChange, reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { approvalLine, badgeOf, kinds, optionsOf, readers, states, type Document } from './words.ts'

const columns: Column<Document>[] = [
  {
    key: 'title',
    header: t('Document'),
    sort: 'title',
    cell: (row) => row.title,
    beside: (row) => <OpenThreads about={`document:${row.id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...badgeOf(row)} />,
    from: [
      { field: 'reviewOverdue', words: { true: t('In effect, review overdue') }, when: { state: ['effective'] } },
      { field: 'state', words: labelsOf(states) },
    ],
  },
  { key: 'kind', header: t('Kind'), cell: (row) => kinds[row.kind], from: [{ field: 'kind', words: labelsOf(kinds) }] },
  {
    key: 'version',
    header: t('Version'),
    align: 'end',
    cell: (row) => row.effective?.number ?? row.open?.number ?? '',
    from: [{ field: 'effective.number' }, { field: 'open.number' }],
  },
  { key: 'owner', header: t('Owner'), cell: (row) => row.owner?.name ?? '', from: [{ field: 'owner.name' }] },
  {
    key: 'effectiveOn',
    header: t('Effective from'),
    sort: 'effectiveOn',
    cell: (row) => row.effective && <DateTime value={row.effective.effectiveOn} />,
    from: [{ field: 'effective.effectiveOn' }],
  },
  {
    key: 'reviewDueOn',
    header: t('Review due'),
    sort: 'reviewDueOn',
    cell: (row) => row.reviewDueOn && <DateTime value={row.reviewDueOn} />,
  },
  {
    key: 'approval',
    header: t('Approved by'),
    optional: true,
    cell: (row) => (row.effective ? approvalLine(row.effective.approval) : ''),
    from: [{ field: ['effective.approval.by.name', 'effective.approval.on'] }],
  },
  { key: 'code', header: t('Reference'), optional: true, cell: (row) => row.code ?? '' },
  {
    key: 'readers',
    header: t('Readers'),
    optional: true,
    cell: (row) => readers[row.readers].label,
    from: [{ field: 'readers', words: labelsOf(readers) }],
  },
  {
    key: 'retention',
    header: t('Retention in months'),
    align: 'end',
    optional: true,
    cell: (row) => row.retentionMonths ?? '',
    from: [{ field: 'retentionMonths' }],
  },
  { key: 'publisher', header: t('Issued by'), optional: true, cell: (row) => row.publisher ?? '' },
]

const filters: Filter[] = [
  { key: 'state', label: t('State'), options: optionsOf(states) },
  { key: 'kind', label: t('Kind'), options: optionsOf(kinds) },
  {
    key: 'review',
    label: t('Review'),
    options: [
      { value: 'overdue', label: t('Overdue') },
      { value: 'none', label: t('No date set') },
    ],
  },
  {
    key: 'origin',
    label: t('Origin'),
    options: [
      { value: 'internal', label: t('Our own') },
      { value: 'external', label: t('From outside') },
    ],
  },
]

const bulk: BulkChanges = {
  permission: 'documents:write',
  changes: [
    ownerChange(),
    dayChange('reviewDueOn', t('Review due')),
    monthsChange('reviewMonths', t('Reviewed every'), [3, 6, 12, 24, 36], true),
    choiceChange('readers', t('Readers'), labelsOf(readers)),
    monthsChange('retentionMonths', t('Kept for'), [12, 24, 36, 60, 120], true),
    reasonedChange('withdraw', t('Withdraw'), labelsOf(states)),
  ],
}

export default function DocumentsPage() {
  const start = (
    <LinkButton to="/documents/new" look="primary" permission="documents:write">
      {t('Start a document')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Documents')}
      lead={t(
        'Scope, policy, methods and procedures: each with its versions, who approved it, and when it is looked at again.',
      )}
      actions={
        <>
          <LinkButton to="/documents/bring-in" permission="documents:write">
            {t('Bring in a signed one')}
          </LinkButton>
          {start}
        </>
      }
    >
      <List<Document>
        id="documents"
        label={t('Documents')}
        path="/documents"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        rowTo={(row) => `/documents/${row.id}`}
        filters={filters}
        search={t('Search documents')}
        defaultSort="title"
        bulk={bulk}
        empty={
          <EmptyState
            action={start}
            link={{ label: t('Which documents are asked for (7.5.1)'), to: '/frameworks/ISO-42001-2023/7.5.1' }}
          >
            {t('Begin with the scope statement or the AI policy: their templates fill themselves from your records.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
