import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChange, type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { choiceChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import styles from './organization.module.css'
import { keepingChanges } from './keeping-changes.ts'
import { issueKinds, optionsOf, stateOptions, states, topics, type IssueView } from './words.ts'

const columns: Column<IssueView>[] = [
  {
    key: 'statement',
    header: t('Issue'),
    cell: (row) => row.statement,
    beside: (row) => <OpenThreads about={`context-issue:${row.id}`} />,
  },
  {
    key: 'kind',
    header: t('Kind'),
    cell: (row) => issueKinds[row.kind],
    from: [{ field: 'kind', words: labelsOf(issueKinds) }],
  },
  {
    key: 'topic',
    header: t('Topic'),
    sort: 'topic',
    cell: (row) => topics[row.topic],
    from: [{ field: 'topic', words: labelsOf(topics) }],
  },
  {
    key: 'relevant',
    header: t('Relevant'),
    cell: (row) => (row.relevant ? t('Yes') : t('No')),
    from: [{ field: 'relevant', words: { true: t('Yes'), false: t('No') } }],
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'changedAt',
    header: t('Changed'),
    sort: 'changedAt',
    optional: true,
    cell: (row) => <DateTime value={row.changedAt} />,
  },
]

const bulk: BulkChanges = {
  permission: 'context:edit',
  changes: [relevance(), ...keepingChanges()],
}

/** Whether the issues matter to the management system. */
function relevance(): BulkChange {
  const change = choiceChange('relevant', t('Relevant'), { true: t('Yes'), false: t('No') })
  return { ...change, fields: change.fields.map((field) => ({ ...field, as: 'yes-or-no' as const })) }
}

/** The register of what matters inside and outside, climate change among it. */
export default function IssuesPage() {
  const record = (
    <LinkButton to="/context-issues/new" look="primary" permission="context:edit">
      {t('Record an issue')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Context issues')}
      lead={t('What inside and outside helps or hinders you in using AI responsibly.')}
      actions={record}
    >
      <ClauseFold number="4.1" />
      <ClimateQuestion />
      <List<IssueView>
        id="context-issues"
        label={t('Context issues')}
        path="/context-issues"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.statement}
        rowTo={(row) => `/context-issues/${row.id}`}
        filters={[
          { key: 'kind', label: t('Kind'), options: optionsOf(issueKinds) },
          { key: 'state', label: t('State'), options: stateOptions },
        ]}
        search={t('Search issues')}
        defaultSort="-changedAt"
        bulk={bulk}
        empty={
          <EmptyState
            action={record}
            link={{ label: t('Clause 4.1: understanding the context'), to: '/frameworks/ISO-42001-2023/4.1' }}
          >
            {t(
              'Laws, markets, culture, skills, strategy: each issue that bears on your AI belongs here, with its effect.',
            )}
          </EmptyState>
        }
      />
    </Page>
  )
}

/** The standard asks about climate change by name, so the page does too, until it is answered. */
function ClimateQuestion() {
  // Topics sort by name, and climate comes first of them all: one row tells whether it is answered.
  const { data } = useList<IssueView>('/context-issues', { state: 'current', sort: 'topic', limit: 1 })
  if (!data || data.total === 0 || data.items[0]?.topic === 'climate') return null
  return (
    <section className={styles.question} aria-label={t('The climate question')}>
      <p>
        {t(
          'Is climate change relevant to your AI management system? Clause 4.1 asks; “not relevant” with a reason is an answer.',
        )}
      </p>
      <LinkButton to="/context-issues/new?topic=climate" permission="context:edit">
        {t('Answer the climate question')}
      </LinkButton>
    </section>
  )
}
