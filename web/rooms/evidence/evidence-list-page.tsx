import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { dayChange, reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { kindWords } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { badgeOf, contentLine, kindOptions, kinds, periodOf, stateOptions, states, type Evidence } from './words.ts'

const columns: Column<Evidence>[] = [
  {
    key: 'title',
    header: t('Evidence'),
    sort: 'title',
    cell: (row) => row.title,
    beside: (row) => <OpenThreads about={`evidence:${row.id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...badgeOf(row)} />,
    from: [
      { field: 'expired', words: { true: t('Expired'), '*': '' }, when: { state: ['signal', 'reviewed'] } },
      {
        field: 'review.decision',
        words: { rejected: t('Rejected'), '*': t('Accepted') },
        when: { state: ['reviewed'] },
      },
      { field: 'state', words: labelsOf(states) },
    ],
  },
  {
    key: 'kind',
    header: t('Kind'),
    cell: (row) => kinds[row.content.kind].label,
    from: [{ field: 'content.kind', words: labelsOf(kinds) }],
  },
  { key: 'collector', header: t('Collected by'), cell: (row) => collector(row), from: [{ field: 'collector.name' }] },
  {
    key: 'period',
    header: t('Speaks for'),
    sort: 'happenedOn',
    cell: (row) => periodOf(row),
    from: [{ field: ['periodFrom', 'periodTo'], between: ' – ' }, { field: 'happenedOn' }],
  },
  {
    key: 'validUntil',
    header: t('Valid until'),
    sort: 'validUntil',
    cell: (row) => row.validUntil && <DateTime value={row.validUntil} />,
  },
  {
    key: 'links',
    header: t('Linked to'),
    align: 'end',
    optional: true,
    cell: (row) => row.subjects.length,
    from: [{ field: 'subjects', upTo: ':', words: kindWords() }],
  },
  {
    key: 'reviewer',
    header: t('Reviewed by'),
    optional: true,
    cell: (row) => row.review?.by.name ?? '',
    from: [{ field: 'review.by.name' }],
  },
  {
    key: 'recordedAt',
    header: t('Recorded'),
    sort: 'recordedAt',
    optional: true,
    cell: (row) => <DateTime value={row.recordedAt} precision="minute" />,
  },
  {
    key: 'content',
    header: t('Content'),
    optional: true,
    cell: (row) => contentLine(row),
    from: [
      { field: 'content.name' },
      { field: 'content.url' },
      { field: 'content.statement' },
      { field: ['content.measure', 'content.value', 'content.unit'], between: ' ' },
    ],
  },
]

function collector({ collector: { name }, automatic }: Evidence): string {
  return automatic ? t('{name} (automatic)', { name }) : name
}

const filters: Filter[] = [
  { key: 'kind', label: t('Kind'), options: kindOptions },
  { key: 'state', label: t('State'), options: stateOptions },
  {
    key: 'decision',
    label: t('Decision'),
    options: [
      { value: 'accepted', label: t('Accepted') },
      { value: 'rejected', label: t('Rejected') },
    ],
  },
  {
    key: 'validity',
    label: t('Counts today'),
    options: [
      { value: 'current', label: t('Counts') },
      { value: 'expired', label: t('Expired') },
    ],
  },
  {
    key: 'automatic',
    label: t('How collected'),
    options: [
      { value: 'true', label: t('Automatically') },
      { value: 'false', label: t('By a person') },
    ],
  },
]

const bulk: BulkChanges = {
  permission: 'evidence:edit',
  changes: [dayChange('validUntil', t('Valid until')), reasonedChange('withdraw', t('Withdraw'), labelsOf(states))],
}

export default function EvidenceListPage() {
  const add = (
    <LinkButton to="/evidence/new" look="primary" permission="evidence:collect">
      {t('Record evidence')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Evidence')}
      lead={t('What shows that something is so: who collected it, when, for which period, and who looked at it.')}
      actions={add}
    >
      <List<Evidence>
        id="evidence"
        label={t('Evidence')}
        path="/evidence"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        rowTo={(row) => `/evidence/${row.id}`}
        filters={filters}
        search={t('Search evidence')}
        bulk={bulk}
        defaultSort="-recordedAt"
        empty={
          <EmptyState
            action={add}
            link={{ label: t('How records are kept (7.5.3)'), to: '/frameworks/ISO-42001-2023/7.5.3' }}
          >
            {t('Minutes, logs, test results, signed statements: one piece serves every record it is linked to.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
