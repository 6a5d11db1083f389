import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useMay } from '../../ui/session.ts'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { type AssessmentItem, stateOptions, states } from './assessment.ts'

const columns: Column<AssessmentItem>[] = [
  {
    key: 'name',
    header: t('Assessment'),
    sort: 'name',
    cell: (row) => row.name,
    beside: (row) => <OpenThreads about={`gap-assessment:${row.id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'answered',
    header: t('Answered'),
    cell: (row) => progress(row),
    from: [{ field: ['answered', 'questions'], between: ' / ' }],
  },
  {
    key: 'startedAt',
    header: t('Started'),
    sort: 'startedAt',
    cell: (row) => <DateTime value={row.startedAt} />,
  },
  {
    key: 'concludedAt',
    header: t('Concluded'),
    cell: (row) => row.concludedAt && <DateTime value={row.concludedAt} />,
  },
]

function progress({ answered, questions }: AssessmentItem): string {
  return t('{answered, number} of {questions, number}', { answered, questions })
}

export default function AssessmentsPage() {
  const maySteer = useMay('gap-assessments:steer')
  const start = maySteer ? (
    <LinkButton to="/gap-assessments/new" look="primary">
      {t('Start gap assessment')}
    </LinkButton>
  ) : undefined
  return (
    <Page
      title={t('Gap assessment')}
      lead={t('Where do you stand, as the people who do the work see it, and what do the records show?')}
      actions={start}
    >
      <List<AssessmentItem>
        id="gap-assessments"
        label={t('Gap assessments')}
        path="/gap-assessments"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/gap-assessments/${row.id}`}
        filters={[{ key: 'state', label: t('State'), options: stateOptions }]}
        search={t('Search gap assessments')}
        defaultSort="-startedAt"
        empty={
          <EmptyState action={start} link={{ label: t('Where you stand by the records'), to: '/readiness' }}>
            {t(
              'An interview over every clause and control belongs here: seventy questions in plain words, shared out.',
            )}
          </EmptyState>
        }
      />
    </Page>
  )
}
