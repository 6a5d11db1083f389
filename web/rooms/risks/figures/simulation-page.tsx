import { t } from '../../../messages/index.ts'
import { Activity } from '../../../ui/activity.tsx'
import { useRecord } from '../../../ui/api.ts'
import { DateTime } from '../../../ui/date-time.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Link } from '../../../ui/link.tsx'
import { useParameter } from '../../../ui/navigation.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { activityPath } from '../../audit-trail/activity-path.ts'
import { SimulationResult } from './result.tsx'
import { UnderWay } from './under-way.tsx'
import { type Simulation, simulationStates } from './words.ts'

/** One simulation as it was computed, whatever has changed since. */
export default function SimulationPage() {
  const id = useParameter('id')
  const { data: simulation, error } = useRecord<Simulation>(`/risk-simulations/${id}`)
  if (error) throw error
  if (!simulation) return null
  const { risk, state, job, by, on } = simulation
  return (
    <Page
      title={risk ? t('Loss of a year: {risk}', { risk: risk.name }) : t('Loss of a year of all risks')}
      kind={t('Simulation')}
      crumbs={[
        { label: t('Risks'), to: '/risks' },
        { label: t('Loss in figures'), to: '/risks/figures' },
      ]}
      state={<StateBadge {...simulationStates[state]} />}
    >
      <Section title={t('Simulation')}>
        <Facts>
          <Fact label={t('Asked for by')}>{by?.name ?? t('A program')}</Fact>
          <Fact label={t('Asked for on')}>
            <DateTime value={on} />
          </Fact>
          <Fact label={t('Risk')}>
            {risk ? <Link to={`/risks/${risk.id}`}>{risk.name}</Link> : t('All open risks')}
          </Fact>
        </Facts>
      </Section>
      {(state === 'asked' || state === 'failed') && <UnderWay simulation={id} job={job} />}
      {simulation.result && (
        <Section title={t('Result')}>
          <SimulationResult simulation={simulation} />
        </Section>
      )}
      <Section title={t('Activity')}>
        <Activity path={activityPath('risk-simulation', id)} />
      </Section>
    </Page>
  )
}
