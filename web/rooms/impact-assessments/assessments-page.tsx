import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { reasonedChange, stepChange } from '../../ui/list/bulk-changes.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import styles from './impact.module.css'
import { badgesOf, decisions, depths, optionsOf, type Row, states } from './words.ts'

const columns: Column<Row>[] = [
  {
    key: 'system',
    header: t('AI system'),
    sort: 'system',
    cell: ({ system }) => system.name,
    beside: ({ id }) => <OpenThreads about={`impact-assessment:${id}`} />,
    from: [{ field: 'system.name' }],
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: ({ state }) => <StateBadge {...states[state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'decision',
    header: t('Decision'),
    sort: 'decision',
    cell: ({ decision }) => decision && <StateBadge {...decisions[decision]} />,
    from: [{ field: 'decision', words: labelsOf(decisions) }],
  },
  {
    key: 'conditions',
    header: t('Open conditions'),
    align: 'end',
    cell: ({ openConditions, decision }) => decision === 'go-with-conditions' && openConditions,
    from: [{ field: 'openConditions', when: { decision: ['go-with-conditions'] } }],
  },
  {
    key: 'depth',
    header: t('Depth'),
    cell: ({ depth }) => depth && depths[depth],
    from: [{ field: 'depth', words: labelsOf(depths) }],
  },
  {
    key: 'reviewDueOn',
    header: t('Looked at again by'),
    sort: 'reviewDueOn',
    cell: ({ reviewDueOn, reviewOverdue }) =>
      reviewDueOn && (
        <>
          <DateTime value={reviewDueOn} />
          {reviewOverdue && <StateBadge tone="critical" label={t('Overdue')} />}
        </>
      ),
  },
  { key: 'edition', header: t('Edition'), align: 'end', optional: true, cell: ({ edition }) => edition },
]

const filters: Filter[] = [
  { key: 'state', label: t('State'), options: badgesOf(states) },
  { key: 'decision', label: t('Decision'), options: badgesOf(decisions) },
  { key: 'depth', label: t('Depth'), options: optionsOf(depths) },
  { key: 'newest', label: t('Editions'), options: [{ value: 'true', label: t('The newest of each system') }] },
]

const bulk: BulkChanges = {
  permission: 'impact-assessments:write',
  changes: [
    reasonedChange('withdraw', t('Withdraw'), labelsOf(states)),
    stepChange('restore', t('Restore'), labelsOf(states)),
  ],
}

/** What AI systems do to people, and who said go. */
export default function AssessmentsPage() {
  const add = (
    <LinkButton to="/impact-assessments/new" look="primary" permission="impact-assessments:write">
      {t('Assess a system')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Impact assessments')}
      lead={t('What each AI system does to people, groups and society, what is done about it, and who said go.')}
      actions={
        <>
          {add}
          <LinkButton to="/impact-assessments/rules">{t('Rules')}</LinkButton>
        </>
      }
    >
      <Uncovered />
      <List<Row>
        id="impact-assessments"
        label={t('Impact assessments')}
        path="/impact-assessments"
        columns={columns}
        rowId={({ id }) => id}
        rowLabel={({ system }) => system.name}
        rowTo={({ id }) => `/impact-assessments/${id}`}
        filters={filters}
        search={t('Search by AI system')}
        defaultSort="-createdAt"
        bulk={bulk}
        empty={
          <EmptyState
            action={add}
            link={{ label: t('Why impact is assessed (6.1.4)'), to: '/frameworks/ISO-42001-2023/6.1.4' }}
          >
            {t('No AI system was assessed yet. A screening of nine questions says how deep it has to go.')}
          </EmptyState>
        }
      />
    </Page>
  )
}

/** Systems that nobody has approved an assessment of, before everything else: they are what is to be done. */
function Uncovered() {
  const { data } = useList<{ id: string; name: string }>('/impact-assessments/uncovered', { limit: 8 })
  if (!data || data.total === 0) return null
  return (
    <Section
      title={t('{count, plural, one {# system has} other {# systems have}} no approved assessment', {
        count: data.total,
      })}
    >
      <ul className={styles.inline}>
        {data.items.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/impact-assessments/new?system=${id}`}>{name}</Link>
          </li>
        ))}
        {data.total > data.items.length && <li>{t('and {count} more', { count: data.total - data.items.length })}</li>}
      </ul>
    </Section>
  )
}
