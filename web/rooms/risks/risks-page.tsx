import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { type BulkChanges, labelsOf, type Column, type Filter, List } from '../../ui/list.tsx'
import { dayChange, ownerChange, reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { Download } from '../download.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import { showLoss } from './figures/words.ts'
import { HeatMap } from './matrix.tsx'
import styles from './risks.module.css'
import { type CriteriaNow, levelInList, levels, optionsOf, type Risk, states, type Summary } from './words.ts'

const columns: Column<Risk>[] = [
  {
    key: 'title',
    header: t('Risk'),
    sort: 'title',
    cell: ({ title }) => title,
    beside: ({ id }) => <OpenThreads about={`risk:${id}`} />,
  },
  {
    key: 'score',
    header: t('Level now'),
    sort: 'score',
    cell: (risk) =>
      risk.level === null ? (
        t('Not rated yet')
      ) : (
        <StateBadge tone={levels[risk.level].tone} label={levelInList(risk)} />
      ),
    from: [{ field: ['level', 'score'], words: labelsOf(levels), between: ' ' }],
    absent: t('Not rated yet'),
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (risk) => <StateBadge {...badgeOf(risk)} />,
    from: [
      {
        field: 'openTriggers',
        words: { '0': '', '*': t('Assess again') },
        when: { state: ['identified', 'analysed', 'treated', 'accepted'] },
      },
      { field: 'earlierCriteria', words: { true: t('Rated under earlier criteria') } },
      { field: 'overdue', words: { true: t('Review overdue') } },
      { field: 'state', words: labelsOf(states) },
    ],
  },
  {
    key: 'owner',
    header: t('Owner'),
    sort: 'owner',
    cell: ({ owner }) => owner?.name ?? t('Nobody'),
    from: [{ field: 'owner.name' }],
    absent: t('Nobody'),
  },
  {
    key: 'systems',
    header: t('AI systems'),
    cell: ({ systems }) => systems.map(({ name }) => name).join(', ') || t('The organisation'),
    from: [{ field: 'systems.name' }],
    absent: t('The organisation'),
  },
  {
    key: 'reviewDueOn',
    header: t('Review due'),
    sort: 'reviewDueOn',
    cell: ({ reviewDueOn }) => reviewDueOn && <DateTime value={reviewDueOn} />,
  },
  { key: 'reference', header: t('Number'), sort: 'reference', optional: true, cell: ({ reference }) => reference },
  { key: 'controls', header: t('Controls'), optional: true, cell: ({ controls }) => controls.join(', ') },
  {
    key: 'acceptedUntil',
    header: t('Accepted until'),
    optional: true,
    cell: ({ acceptedUntil }) => acceptedUntil && <DateTime value={acceptedUntil} />,
  },
  {
    key: 'lossInTwenty',
    header: t('One year in twenty loses more than'),
    sort: 'lossInTwenty',
    optional: true,
    align: 'end',
    cell: ({ loss }) => loss && showLoss(loss.inTwenty, loss.currency),
    from: [{ field: 'loss.inTwenty' }],
  },
]

const lossColumn: Column<Risk> = {
  key: 'loss',
  header: t('Yearly loss'),
  sort: 'loss',
  align: 'end',
  cell: ({ loss }) =>
    loss && (
      <>
        {showLoss(loss.mean, loss.currency)}
        {loss.stage === 'inherent' && <span className={styles.below}>{t('before treatment')}</span>}
        {loss.outdated && <span className={styles.below}>{t('estimate changed since')}</span>}
      </>
    ),
  from: [{ field: 'loss.mean' }],
}

const beforeState = columns.findIndex(({ key }) => key === 'state')
/** What a risk loses in a year stands in the list by itself once any risk is in figures. */
const columnsInFigures = columns.toSpliced(beforeState, 0, lossColumn)
const columnsWithout = columns.toSpliced(beforeState, 0, { ...lossColumn, optional: true })

/** That a risk waits to be assessed again, or was rated under earlier criteria, is what one has to see first. */
function badgeOf(risk: Risk) {
  if (risk.openTriggers > 0 && risk.state !== 'closed') return { tone: 'caution', label: t('Assess again') } as const
  if (risk.earlierCriteria) return { tone: 'caution', label: t('Rated under earlier criteria') } as const
  if (risk.overdue) return { tone: 'caution', label: t('Review overdue') } as const
  return states[risk.state]
}

const filters: Filter[] = [
  { key: 'state', label: t('State'), options: optionsOf(states) },
  { key: 'level', label: t('Level'), options: optionsOf(levels) },
  {
    key: 'due',
    label: t('Waits for'),
    options: [
      { value: 'reassess', label: t('A new assessment') },
      { value: 'overdue', label: t('Review overdue') },
      { value: 'acceptance', label: t('Acceptance ends within 30 days') },
      { value: 'earlier-criteria', label: t('Rated under earlier criteria') },
    ],
  },
  {
    key: 'cell',
    label: t('Cell of the matrix'),
    options: [1, 2, 3, 4, 5, 6].flatMap((likelihood) =>
      [1, 2, 3, 4, 5, 6].map((consequence) => ({
        value: `${likelihood}-${consequence}`,
        label: t('Likelihood {likelihood}, consequence {consequence}', { likelihood, consequence }),
      })),
    ),
  },
]

/** The register of risks, and where they stand on the matrix. */
const bulk: BulkChanges = {
  permission: 'risks:edit',
  changes: [
    ownerChange(),
    dayChange('reviewDueOn', t('Review due')),
    reasonedChange('close', t('Close'), labelsOf(states)),
  ],
}

export default function RisksPage() {
  const { data: criteria } = useRecord<CriteriaNow>('/risk-criteria/current')
  const { data: summary } = useRecord<Summary>('/risks/summary')
  const add = (
    <LinkButton to="/risks/new" look="primary" permission="risks:edit">
      {t('Identify a risk')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Risks')}
      lead={t('What could happen with your AI, to you, to people and to society, and who answers for what is left.')}
      actions={
        <>
          {add}
          <LinkButton to="/risks/library">{t('Search the library')}</LinkButton>
          <LinkButton to="/risks/figures">{t('Loss in figures')}</LinkButton>
          <LinkButton to="/imports/new?register=risks" permission="risks:edit">
            {t('Import a file')}
          </LinkButton>
        </>
      }
      width="wide"
    >
      <ClauseFold number="6.1.2" />
      {criteria && !criteria.approved && (
        <div className={styles.notice}>
          {criteria.draft
            ? t('The risk criteria wait for approval. Risks can be identified now and rated afterwards.')
            : t('Decide first which risk is acceptable: criteria come before ratings.')}{' '}
          <Link to="/risk-criteria">{t('Risk criteria')}</Link>
        </div>
      )}
      {criteria?.approved && summary && summary.total > 0 && (
        <Section title={t('Where they stand')}>
          <HeatMap definition={criteria.approved.definition} summary={summary} />
          <p className={styles.muted}>
            {t(
              '{total, plural, one {One open risk} other {# open risks}}; {notRated, plural, =0 {all are rated} one {one is not rated yet} other {# are not rated yet}}.',
              { total: summary.total, notRated: summary.notRated },
            )}{' '}
            {summary.earlierCriteria > 0 &&
              t(
                '{count, plural, one {One was} other {# were}} rated under earlier criteria and stands in no cell until it is rated anew.',
                { count: summary.earlierCriteria },
              )}
          </p>
        </Section>
      )}
      {summary && summary.total > 0 && (
        <Section
          title={t('Risk treatment plan')}
          lead={t('What is done about each open risk, by whom and by when, and who accepted what is left.')}
        >
          <div className={styles.files}>
            {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
              <Download key={format} to={`/api/v1/risk-treatment-plan?format=${format}`}>
                {t('Download {format}', { format: format.toUpperCase() })}
              </Download>
            ))}
          </div>
        </Section>
      )}
      <Section title={t('Register')}>
        <List<Risk>
          id="risks"
          label={t('Risks')}
          path="/risks"
          columns={summary && summary.inFigures > 0 ? columnsInFigures : columnsWithout}
          rowId={({ id }) => id}
          rowLabel={({ title }) => title}
          rowTo={({ id }) => `/risks/${id}`}
          filters={filters}
          search={t('Search risks')}
          bulk={bulk}
          defaultSort="-score"
          empty={
            <EmptyState
              action={add}
              link={{ label: t('Clause 6.1.2: assessing AI risks'), to: '/frameworks/ISO-42001-2023/6.1.2' }}
            >
              {t('Begin with a risk of the library, or write down one of your own.')}
            </EmptyState>
          }
        />
      </Section>
    </Page>
  )
}
