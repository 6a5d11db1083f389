import { t } from '../../../messages/index.ts'
import { useRecord } from '../../../ui/api.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import styles from './figures.module.css'
import { against, type Figures, type Measure, showLoss } from './words.ts'

/** What is left of a risk in figures, where it was simulated: for whoever is about to accept it. */
export function LossLeft({ risk }: { risk: string }) {
  return (
    <>
      <InMeasure risk={risk} measure="money" />
      <InMeasure risk={risk} measure="people" />
    </>
  )
}

function InMeasure({ risk, measure }: { risk: string; measure: Measure }) {
  const { data } = useRecord<Figures>('/risk-figures', { risk, measure })
  const left = data?.latest?.headline?.residual
  if (!data?.latest || !left) return null
  const loss = (value: number) => showLoss(value, data.latest?.currency ?? null)
  return (
    <p className={styles.muted}>
      {t('In figures, what is left loses {mean} a year on average and more than {inTwenty} in one year of twenty.', {
        mean: loss(left.mean.value),
        inTwenty: loss(left.inTwenty.value),
      })}{' '}
      {left.stands && <StateBadge {...against[left.stands]} />}
      {data.outdated && ` ${t('Estimates or the tolerance have changed since.')}`}
    </p>
  )
}
