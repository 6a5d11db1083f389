import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { AdjustButton } from './adjust-button.tsx'
import { Moves } from './moves.tsx'
import { PlanMoves } from './plan-moves.tsx'
import { paces, type Plan, type StartingPoint, states, stretchesOf } from './plan.ts'
import styles from './plan.module.css'
import { basisOf } from './preview.tsx'
import { RoadView } from './road.tsx'

/** A kept plan: when the decision is expected, what a draft would move, the road, and what it rests on. */
export default function PlanPage() {
  const id = useParameter('id')
  const { data: plan, error } = useRecord<Plan>(`/plans/${id}`)
  const { data: from } = useRecord<StartingPoint>('/plans/starting-point')
  if (error) throw error
  if (!plan) return null
  const isDraft = plan.state === 'draft'
  return (
    <Page
      title={plan.name}
      kind={t('Plan')}
      crumbs={[{ label: t('Plans'), to: '/plans' }]}
      state={<StateBadge {...states[plan.state]} />}
      lead={leadOf(plan)}
      actions={<PlanMoves plan={plan} />}
    >
      <div className={styles.facts}>
        <PlanFacts plan={plan} />
      </div>
      {isDraft && plan.continues && (
        <Section
          title={t('What adopting it moves')}
          lead={t('Against “{name}”, which expects the decision on {date}.', {
            name: plan.continues.name,
            date: showDate(plan.continues.decision),
          })}
        >
          <Moves moves={plan.moves} />
        </Section>
      )}
      <RoadView
        road={plan.plan}
        stretches={stretchesOf(plan.plan)}
        today={from?.today ?? plan.calculatedOn}
        {...(isDraft && { action: (it) => <AdjustButton key={`${it.key} ${plan.version}`} plan={plan} it={it} /> })}
      />
      <Section title={t('What it rests on')}>
        <Basis plan={plan} />
      </Section>
      <Comments about={`plan:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('plan', id)} />
      </Section>
    </Page>
  )
}

function leadOf({ state, reason }: Plan): string {
  if (state === 'discarded') return t('Discarded: {reason}', { reason: reason ?? '' })
  return t('A plan promises no certificate: the decision is the certification body’s.')
}

function PlanFacts({ plan }: { plan: Plan }) {
  const { decision, start, months, done, tasks, overdue, adoptedAt, adoptedBy, continues, supersededBy, madeBy } = plan
  return (
    <Facts>
      <Fact label={t('Decision expected')}>
        <DateTime value={decision} />
      </Fact>
      <Fact label={t('Begins')}>
        <DateTime value={start} />
      </Fact>
      <Fact label={t('Length')}>{t('{months, number} months', { months })}</Fact>
      <Fact label={t('Done')}>{t('{done, number} of {tasks, number}', { done, tasks })}</Fact>
      {plan.state === 'adopted' && <Fact label={t('Overdue')}>{String(overdue)}</Fact>}
      {adoptedAt ? (
        <Fact label={t('Adopted')}>
          <DateTime value={adoptedAt} />
          {adoptedBy && `, ${adoptedBy.name}`}
        </Fact>
      ) : (
        <Fact label={t('Made by')}>{madeBy?.name}</Fact>
      )}
      {continues && (
        <Fact label={t('Goes on from')}>
          <Link to={`/plans/${continues.id}`}>{continues.name}</Link>
        </Fact>
      )}
      {supersededBy && (
        <Fact label={t('Superseded by')}>
          <Link to={`/plans/${supersededBy.id}`}>{supersededBy.name}</Link>
        </Fact>
      )}
    </Facts>
  )
}

function Basis({ plan }: { plan: Plan }) {
  const { size, pace, operatingMonths, bodyLeadTimeWeeks, schedule } = plan.request
  return (
    <>
      <p>{basisOf(plan.openRefs)}</p>
      <Facts>
        <Fact label={t('Planned from')}>
          {schedule.direction === 'forwards'
            ? t('a start on {date}', { date: showDate(schedule.start) })
            : t('a decision wished by {date}', { date: showDate(schedule.wishedDate) })}
        </Fact>
        <Fact label={t('People in the scope')}>{String(size.people)}</Fact>
        <Fact label={t('AI systems in the scope')}>{String(size.systems)}</Fact>
        <Fact label={t('Sites')}>{String(size.sites)}</Fact>
        <Fact label={t('ISO/IEC 27001 runs')}>{size.hasRunning27001 ? t('Yes') : t('No')}</Fact>
        <Fact label={t('Pace')}>{paces.find(({ value }) => value === pace)?.label}</Fact>
        <Fact label={t('Operating period')}>
          {t('{count, plural, one {# month} other {# months}}', { count: operatingMonths })}
        </Fact>
        <Fact label={t('Lead time of the body')}>
          {t('{count, plural, one {# week} other {# weeks}}', { count: bodyLeadTimeWeeks })}
        </Fact>
        <Fact label={t('Calculated on')}>
          <DateTime value={plan.calculatedOn} />
        </Fact>
        <Fact label={t('Rules')}>{plan.rulesVersion}</Fact>
      </Facts>
    </>
  )
}
