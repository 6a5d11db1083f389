import { t } from '../../../messages/index.ts'
import { showNumber } from '../../../ui/dates.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { ComputeAgain } from './compute-again.tsx'
import { ExceedanceChart } from './exceedance-chart.tsx'
import styles from './figures.module.css'
import { RiskShares } from './risk-shares.tsx'
import {
  against,
  type LossFigures,
  showLoss,
  showShare,
  type Simulation,
  stageLabels,
  toleranceWords,
  withError,
} from './words.ts'

/** What a simulation found: how it stands against the tolerance, the curve, the figures, and each risk's share. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const { result, tolerance, currency } = simulation
  if (!result) return null
  return (
    <>
      <Standing simulation={simulation} />
      <ExceedanceChart simulation={simulation} />
      <FiguresTable result={result} currency={currency} />
      {tolerance && <ToleranceTable simulation={simulation} />}
      {result.risks.length > 1 && (
        <>
          <p className={styles.caveat}>
            {t(
              'Each risk is drawn by itself. Where one cause would bring several at once, bad years are worse than shown here; the mean is the same.',
            )}
          </p>
          <RiskShares simulation={simulation} />
        </>
      )}
      <HowComputed simulation={simulation} />
    </>
  )
}

function Standing({ simulation: { tolerance, edition, result, risk, measure } }: { simulation: Simulation }) {
  if (measure === 'people') return null
  if (!tolerance)
    return (
      <p className={styles.muted}>{t('Tolerance: not set. The risk criteria can say which losses are tolerated.')}</p>
    )
  return (
    <p className={styles.sentence}>
      <span>
        {t('Before treatment:')} <StateBadge {...against[tolerance.inherent.stands]} />
      </span>
      {tolerance.residual && result?.residual && (
        <span>
          {t('What is left:')} <StateBadge {...against[tolerance.residual.stands]} />
        </span>
      )}
      <span className={styles.muted}>
        {t('Risk criteria, edition {edition}', { edition: edition ?? 0 })}
        {risk && ` · ${t('The tolerance is of all risks together; here stands this one alone.')}`}
      </span>
    </p>
  )
}

type Row = { label: string; of: (figures: LossFigures) => string }

function rowsIn(currency: string | null): Row[] {
  const loss = (value: number) => showLoss(value, currency)
  const quantile = (share: number) => (figures: LossFigures) => {
    const found = figures.quantiles.find((it) => it.share === share)
    return found ? withError(found.loss, loss) : ''
  }
  return [
    { label: t('Mean of a year'), of: ({ mean }) => withError(mean, loss) },
    { label: t('Years with any loss'), of: ({ anyLoss }) => withError(anyLoss, showShare) },
    { label: t('One year in two loses more than'), of: quantile(0.5) },
    { label: t('One year in ten loses more than'), of: quantile(0.9) },
    { label: t('One year in twenty loses more than'), of: quantile(0.95) },
    { label: t('One year in a hundred loses more than'), of: quantile(0.99) },
    { label: t('Mean of the worst years, one in twenty'), of: ({ worst }) => withError(worst, loss) },
    { label: t('Largest of the simulated years'), of: ({ largest }) => loss(largest) },
  ]
}

function FiguresTable({ result, currency }: { result: NonNullable<Simulation['result']>; currency: string | null }) {
  const { inherent, residual } = result
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Loss of a year')}>
      <table className={styles.table}>
        <caption>
          {t('Loss of a year. ± is the Monte Carlo error: how far another seed would typically put it.')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Figure')}</th>
            <th scope="col" className={styles.number}>
              {stageLabels.inherent}
            </th>
            {residual && (
              <th scope="col" className={styles.number}>
                {stageLabels.residual}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rowsIn(currency).map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.number}>{of(inherent)}</td>
              {residual && <td className={styles.number}>{of(residual)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ToleranceTable({ simulation: { tolerance, currency } }: { simulation: Simulation }) {
  if (!tolerance) return null
  const { inherent, residual } = tolerance
  const shown = (point: (typeof inherent.points)[number] | undefined) =>
    point && (
      <>
        {withError(point.found, showShare)} <StateBadge {...against[point.stands]} />
        {point.close && ` ${t('(too close to be sure)')}`}
      </>
    )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('What is tolerated')}>
      <table className={styles.table}>
        <caption>{t('What is tolerated, and what was found')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Tolerated')}</th>
            <th scope="col">{stageLabels.inherent}</th>
            {residual && <th scope="col">{stageLabels.residual}</th>}
          </tr>
        </thead>
        <tbody>
          {inherent.points.map((point, at) => (
            <tr key={point.loss}>
              <th scope="row">{toleranceWords(point, currency)}</th>
              <td>{shown(point)}</td>
              {residual && <td>{shown(residual.points[at])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Seed and trials, the record to download, and a button that computes the same again. */
function HowComputed({ simulation }: { simulation: Simulation }) {
  const { id, seed, trials, rules, recordSha256 } = simulation
  return (
    <details className={styles.details}>
      <summary>{t('How it was computed')}</summary>
      <p>
        {t('{trials} simulated years from seed {seed}, under the rules {rules}.', {
          trials: showNumber(trials),
          seed: String(seed),
          rules: rules ?? '',
        })}
      </p>
      <p className={styles.hash}>{t('SHA-256 of the record: {hash}', { hash: recordSha256 ?? '' })}</p>
      <a href={`/api/v1/risk-simulations/${id}/record`} className={styles.download} download>
        {t('Download the record')}
      </a>
      <ComputeAgain simulation={simulation} />
    </details>
  )
}
