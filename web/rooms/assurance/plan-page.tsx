import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showNumber } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { List } from '../../ui/list.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import styles from './assurance.module.css'
import { Looks } from './looks.tsx'
import { OverTime } from './over-time.tsx'
import { PlanLimits } from './plan-limits.tsx'
import { PlanSizes } from './plan-sizes.tsx'
import { PlanMoves } from './plan-moves.tsx'
import { ReferencePart } from './reference-part.tsx'
import { runColumns } from './runs-page.tsx'
import { WatchedFile } from './watched-file.tsx'
import { badgeOfStanding, kinds, planStates, type PlanWithEditions, type Run } from './words.ts'

// The first column names the row and leads to it.
const columns = [
  ...runColumns.filter(({ key }) => key === 'fileName'),
  ...runColumns.filter(({ key }) => key !== 'plan' && key !== 'fileName'),
]

/** One edition of a plan: what it asks, who approved it, and every run under any edition. */
export default function PlanPage() {
  const id = useParameter('id')
  const { data: plan, error } = useRecord<PlanWithEditions>(`/measurement-plans/${id}`)
  const names = useNames(plan ? [plan.subject] : [])
  if (error) throw error
  if (!plan) return null
  return (
    <Page
      title={plan.title}
      kind={t('Measurement plan, edition {edition}', { edition: plan.edition })}
      crumbs={[{ label: t('Measurement plans'), to: '/assurance' }]}
      state={<StateBadge {...planStates[plan.state]} />}
      lead={plan.withdrawnReason === null ? plan.reason : t('Withdrawn: {reason}', { reason: plan.withdrawnReason })}
      actions={<PlanMoves plan={plan} />}
      width="wide"
    >
      <Section title={t('What is measured')}>
        <Facts>
          <Fact label={t('Of')}>
            <ReferenceLink reference={plan.subject} names={names} />
          </Fact>
          <Fact label={t('Measures')}>{kinds[plan.kind].label}</Fact>
          {plan.state === 'approved' && (
            <Fact label={t('Newest confirming run')}>
              <StateBadge {...badgeOfStanding(plan)} />
            </Fact>
          )}
          <Fact label={t('Written by')}>{plan.authors.map(({ name }) => name).join(', ') || t('A machine')}</Fact>
          <Fact label={t('Approved by')}>
            {plan.approval &&
              t('{name}, in entry {seq} of the log', {
                name: plan.approval.by.name,
                seq: showNumber(plan.approval.seq),
              })}
          </Fact>
          <Fact label={t('Approved on')}>{plan.approval && <DateTime value={plan.approval.on} />}</Fact>
          <Fact label={t('Run again')}>
            {plan.intervalDays === null
              ? t('Not planned')
              : t('every {days, plural, one {day} other {# days}}', { days: plan.intervalDays })}
          </Fact>
          <Fact label={t('Next run due')}>{plan.dueOn && <DateTime value={plan.dueOn} />}</Fact>
        </Facts>
        <PlanLimits plan={plan} />
        <details className={styles.details}>
          <summary>{t('The definition, as the engine reads it')}</summary>
          <pre className={styles.code}>{JSON.stringify(plan.definition, null, 2)}</pre>
          <p className={styles.hash}>SHA-256 {plan.definitionSha256}</p>
        </details>
        {plan.editions.length > 1 && (
          <p className={styles.muted}>
            {t('Editions:')}{' '}
            {plan.editions.map(({ id: other, edition, state }, index) => (
              <span key={other}>
                {index > 0 && ', '}
                <Link to={`/assurance/plans/${other}`}>{`${edition} (${planStates[state].label})`}</Link>
              </span>
            ))}
          </p>
        )}
      </Section>
      <PlanSizes plan={plan} />
      <ReferencePart plan={plan} />
      <WatchedFile plan={plan} />
      <Section title={t('Over time')}>
        <OverTime series={plan.series} />
        <Looks plan={plan} />
      </Section>
      <Section title={t('Runs')}>
        <List<Run>
          id="runs-of-plan"
          label={t('Runs')}
          path="/measurement-runs"
          fixed={{ series: plan.series }}
          columns={columns}
          rowId={(run) => run.id}
          rowLabel={({ fileName }) => fileName}
          rowTo={(run) => `/assurance/runs/${run.id}`}
          defaultSort="-seq"
          empty={
            <EmptyState>
              {plan.state === 'draft'
                ? t('Not run yet. Have the plan approved first: what is run before confirms nothing.')
                : t('Not run yet. Run it on a file that nobody has measured under this plan.')}
            </EmptyState>
          }
        />
      </Section>
      <Comments about={`measurement-plan:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('measurement-plan', id)} />
      </Section>
    </Page>
  )
}
