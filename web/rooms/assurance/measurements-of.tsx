import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import styles from './assurance.module.css'
import { badgeOfStanding, kinds, origins, type Plan, planStates } from './words.ts'

/** The plans of a system or data set, each with its newest confirming run; on that record's own page. */
export function MeasurementsOf({ subject }: { subject: string }) {
  return useMay('assurance:read') ? <Plans subject={subject} /> : null
}

function Plans({ subject }: { subject: string }) {
  const { data, error } = useList<Plan>('/measurement-plans', { subject, limit: 100 })
  const current = data?.items.filter(({ state }) => state === 'approved' || state === 'draft')
  const add = (
    <LinkButton to={`/assurance/plans/new?subject=${encodeURIComponent(subject)}`} permission="assurance:plan">
      {t('Write a measurement plan')}
    </LinkButton>
  )
  return (
    <Section title={t('Measurements')} actions={current && current.length > 0 && add}>
      <ProblemAlert error={error} />
      {current?.length === 0 && (
        <EmptyState
          action={add}
          link={{ label: t('Why it is verified against limits (A.6.2.4)'), to: '/frameworks/ISO-42001-2023/A.6.2.4' }}
        >
          {t('Nothing is planned to be measured here yet.')}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {current?.map((plan) => (
          <li key={plan.id}>
            <Link to={`/assurance/plans/${plan.id}`}>{plan.title}</Link>
            <StateBadge {...(plan.state === 'draft' ? planStates.draft : badgeOfStanding(plan))} />
            <span className={styles.muted}>
              {kinds[plan.kind].label}
              {plan.lastConfirming && (
                <>
                  {' · '}
                  <Link to={`/assurance/runs/${plan.lastConfirming.id}`}>{t('newest confirming run')}</Link>{' '}
                  <DateTime value={plan.lastConfirming.happenedOn} /> · {origins[plan.lastConfirming.origin].label}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
