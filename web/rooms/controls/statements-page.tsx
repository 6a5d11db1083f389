import { t } from '../../messages/index.ts'
import { api, useList, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { statementPath, type StatementRow, statementStates } from './words.ts'

const columns: Column<StatementRow>[] = [
  { key: 'number', header: t('Version'), sort: 'number', cell: (row) => t('Version {number}', { number: row.number }) },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...statementStates[row.state]} />,
    from: [{ field: 'state', words: labelsOf(statementStates) }],
  },
  {
    key: 'included',
    header: t('Included'),
    align: 'end',
    cell: (row) => row.counts.included,
    from: [{ field: 'counts.included' }],
  },
  {
    key: 'excluded',
    header: t('Excluded'),
    align: 'end',
    cell: (row) => row.counts.excluded,
    from: [{ field: 'counts.excluded' }],
  },
  {
    key: 'undecided',
    header: t('Not decided'),
    align: 'end',
    cell: (row) => row.counts.undecided,
    from: [{ field: 'counts.undecided' }],
  },
  {
    key: 'approvedBy',
    header: t('Approved by'),
    cell: (row) => row.approval?.by.name ?? '',
    from: [{ field: 'approval.by.name' }],
  },
  {
    key: 'approvedOn',
    header: t('Approved on'),
    cell: (row) => row.approval && <DateTime value={row.approval.on} />,
    from: [{ field: 'approval.on' }],
  },
  { key: 'summary', header: t('What is new'), cell: (row) => row.summary },
]

const filters: Filter[] = [
  {
    key: 'state',
    label: t('State'),
    options: Object.entries(statementStates).map(([value, { label }]) => ({ value, label })),
  },
]

/** The versions of the Statement of Applicability. */
export default function StatementsPage() {
  const go = useGo()
  const drafts = useList<StatementRow>('/statements-of-applicability', { state: 'draft', limit: 1 })
  const begin = useWrite<void, { id: string }>({
    write: () => api.post('/statements-of-applicability'),
    done: () => t('Draft started'),
    onDone: ({ id }) => go(statementPath(id)),
  })
  const start = (
    <VerbButton
      look="primary"
      permission="controls:decide"
      cannot={
        drafts.data && drafts.data.total > 0
          ? t('A draft is open already. Finish or discard that one first.')
          : undefined
      }
      pending={begin.isPending}
      onClick={() => begin.mutate()}
    >
      {t('Start the next version')}
    </VerbButton>
  )
  return (
    <Page
      title={t('Statement of Applicability')}
      lead={t(
        'Which controls are needed and why, which are not and why, and how far each is. Approved versions never change.',
      )}
      actions={start}
    >
      <ProblemAlert error={begin.error} />
      <List<StatementRow>
        id="statements"
        label={t('Versions')}
        path="/statements-of-applicability"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => t('Version {number}', { number: row.number })}
        rowTo={(row) => statementPath(row.id)}
        filters={filters}
        defaultSort="-number"
        empty={
          <EmptyState
            action={start}
            link={{
              label: t('What the Statement of Applicability is (6.1.3)'),
              to: '/frameworks/ISO-42001-2023/6.1.3',
            }}
          >
            {t(
              'The first version has a row for each of the 38 controls of Annex A. Each is included or excluded, with a reason.',
            )}
          </EmptyState>
        }
      />
    </Page>
  )
}
