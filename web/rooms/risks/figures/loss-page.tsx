import { t } from '../../../messages/index.ts'
import { useRecord } from '../../../ui/api.ts'
import { DateTime } from '../../../ui/date-time.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Link } from '../../../ui/link.tsx'
import { type Column, labelsOf, List } from '../../../ui/list.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { LinkButton } from '../../../ui/verb-button.tsx'
import styles from './figures.module.css'
import { SimulationResult } from './result.tsx'
import { Simulate } from './simulate-button.tsx'
import { against, type Figures, type Measure, showLoss, type SimulationRow, simulationStates } from './words.ts'

/** The loss of a year of all open risks together. */
export default function LossPage() {
  return (
    <Page
      title={t('Loss in figures')}
      crumbs={[{ label: t('Risks'), to: '/risks' }]}
      lead={t('What all open risks together may cost in a year, and which of them matter most.')}
      width="wide"
    >
      <Tabs
        label={t('What is counted')}
        tabs={[
          { key: 'money', label: t('In money'), content: <Together measure="money" /> },
          { key: 'people', label: t('In people harmed'), content: <Together measure="people" /> },
        ]}
      />
    </Page>
  )
}

function Together({ measure }: { measure: Measure }) {
  const { data: figures, error } = useRecord<Figures>('/risk-figures', { measure })
  if (error) throw error
  if (!figures) return null
  const { open, inherent, residual, latest, toleranceSet } = figures
  if (inherent === 0 && !latest)
    return (
      <EmptyState action={<LinkButton to="/risks">{t('Choose a risk')}</LinkButton>}>
        {t('No open risk has been put into figures in this measure. Open a risk and estimate it under “In figures”.')}
      </EmptyState>
    )
  return (
    <>
      <p className={styles.muted}>
        {t(
          '{inherent} of {open, plural, one {one open risk is} other {# open risks are}} estimated before treatment and {residual} after it; what was not estimated after treatment counts as before. The others are not in these figures.',
          { inherent, open, residual },
        )}
      </p>
      <Simulate figures={figures} risk={null} />
      {latest && (
        <Section title={t('Loss of a year of all risks')}>
          <SimulationResult key={latest.id} simulation={latest} />
        </Section>
      )}
      {measure === 'money' && !toleranceSet && (
        <p className={styles.muted}>
          {t('Which losses are tolerated can be set in the')} <Link to="/risk-criteria">{t('Risk criteria')}</Link>.
        </p>
      )}
      <Section title={t('Simulations')}>
        <List<SimulationRow>
          id={`risk-simulations-${measure}`}
          label={t('Simulations')}
          path="/risk-simulations"
          fixed={{ scope: 'all', measure }}
          columns={columns}
          rowId={({ id }) => id}
          rowLabel={({ on }) => t('Simulation of {on}', { on })}
          rowTo={({ id }) => `/risks/simulations/${id}`}
          defaultSort="-createdAt"
          empty={<EmptyState>{t('Nothing has been simulated yet.')}</EmptyState>}
        />
      </Section>
    </>
  )
}

const standing = { ...labelsOf(against), '': '' }

const columns: Column<SimulationRow>[] = [
  {
    key: 'createdAt',
    header: t('Simulated'),
    sort: 'createdAt',
    cell: ({ createdAt }) => <DateTime value={createdAt} />,
  },
  {
    key: 'state',
    header: t('State'),
    cell: ({ state }) => <StateBadge {...simulationStates[state]} />,
    from: [{ field: 'state', words: labelsOf(simulationStates) }],
  },
  {
    key: 'inherent',
    header: t('Mean before treatment'),
    cell: ({ headline, currency }) => headline && showLoss(headline.inherent.mean.value, currency),
    from: [{ field: 'headline.inherent.mean.value' }],
  },
  {
    key: 'residual',
    header: t('Mean that is left'),
    cell: ({ headline, currency }) => headline?.residual && showLoss(headline.residual.mean.value, currency),
    from: [{ field: 'headline.residual.mean.value' }],
  },
  {
    key: 'tolerance',
    header: t('Tolerance'),
    cell: ({ headline }) => {
      const stands = headline?.residual?.stands ?? headline?.inherent.stands
      return stands ? <StateBadge {...against[stands]} /> : headline && t('Not set')
    },
    from: [
      { field: 'headline.residual.stands', words: standing },
      { field: 'headline.inherent.stands', words: standing },
    ],
    absent: t('Not set'),
  },
  {
    key: 'by',
    header: t('Asked for by'),
    cell: ({ by }) => by?.name ?? t('A program'),
    from: [{ field: 'by.name' }],
    absent: t('A program'),
  },
]
