import { t } from '../../../messages/index.ts'
import styles from './figures.module.css'
import { showLoss, showLossShort, showShare, type Simulation, stageLabels, type Stage } from './words.ts'

type Curve = { stage: Stage; points: { loss: number; chance: { value: number } }[] }
type Mark = { loss: number; chance: number }
export type ExceedanceProps = { simulation: Simulation }

const [width, height, left, bottom, top, right] = [720, 320, 78, 34, 18, 28]

/** How likely a year loses more than each amount, before treatment and after it, with what is tolerated. A table says the same. */
export function ExceedanceChart({ simulation: { result, tolerance, currency } }: ExceedanceProps) {
  if (!result) return null
  const curves: Curve[] = [
    { stage: 'inherent', points: result.inherent.curve },
    ...(result.residual ? [{ stage: 'residual' as const, points: result.residual.curve }] : []),
  ].filter(({ points }) => points.length > 1) as Curve[]
  if (result.inherent.largest === 0) return <p className={styles.muted}>{t('No simulated year loses anything.')}</p>
  if (curves.length === 0) return <p className={styles.muted}>{t('All years that lose anything lose the same.')}</p>
  const marks = tolerance?.inherent.points ?? []
  return (
    <figure className={styles.figure}>
      <p className={styles.muted}>{t('How likely (upwards) a year loses more than an amount (to the right)')}</p>
      <Plot curves={curves} marks={marks} currency={currency} />
      <figcaption className={styles.legend}>
        {curves.map(({ stage }) => (
          <span key={stage}>
            <svg width="28" height="8" aria-hidden="true">
              <line x1="0" x2="28" y1="4" y2="4" className={styles.line} data-stage={stage} />
            </svg>{' '}
            {stageLabels[stage]}
          </span>
        ))}
        {marks.length > 0 && (
          <span>
            <svg width="28" height="12" aria-hidden="true">
              <path d="M0 2h18v9" className={styles.tolerance} />
            </svg>{' '}
            {t('Tolerated at most')}
          </span>
        )}
      </figcaption>
      <details className={styles.details}>
        <summary>{t('The curve as a table')}</summary>
        <div className={styles.pair}>
          {curves.map((curve) => (
            <CurveTable key={curve.stage} curve={curve} currency={currency} />
          ))}
        </div>
      </details>
    </figure>
  )
}

function Plot({ curves, marks, currency }: { curves: Curve[]; marks: Mark[]; currency: string | null }) {
  const losses = [...curves.flatMap(({ points }) => points), ...marks].map(({ loss }) => loss)
  const [low, high] = [Math.min(...losses), Math.max(...losses)]
  const most = niceShare(Math.max(...curves.map(({ points }) => points[0]?.chance.value ?? 0), ...marks.map(chanceOf)))
  const span = Math.log(high / low) || 1
  const x = (loss: number) => left + (Math.log(loss / low) / span) * (width - left - right)
  const y = (chance: number) => height - bottom - (chance / most) * (height - bottom - top)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.plot} aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <line x1={left} x2={width - right} y1={y(part * most)} y2={y(part * most)} className={styles.grid} />
          <text x={left - 8} y={y(part * most) + 4} textAnchor="end">
            {showShare(part * most)}
          </text>
        </g>
      ))}
      {ticksBetween(low, high).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={height - bottom} className={styles.grid} />
          <text x={x(tick)} y={height - bottom + 22} textAnchor="middle">
            {showLossShort(tick, currency)}
          </text>
        </g>
      ))}
      {marks.map(({ loss, chance }) => (
        <path key={loss} d={`M${left} ${y(chance)}H${x(loss)}V${height - bottom}`} className={styles.tolerance} />
      ))}
      {curves.map(({ stage, points }) => (
        <polyline
          key={stage}
          points={[`${left},${y(points[0]?.chance.value ?? 0)}`, ...points.map(at)].join(' ')}
          className={styles.line}
          data-stage={stage}
        />
      ))}
    </svg>
  )

  function at({ loss, chance }: Curve['points'][number]) {
    return `${x(loss).toFixed(1)},${y(chance.value).toFixed(1)}`
  }
}

const chanceOf = ({ chance }: Mark) => chance

/** The top of the axis: the next share that divides into four without odd digits. */
function niceShare(share: number): number {
  return [0.01, 0.02, 0.04, 0.08, 0.2, 0.4, 0.6, 0.8].find((it) => it >= share) ?? 1
}

/** Amounts to write on the axis: powers of ten, with their doubles and fives where the line is short. */
function ticksBetween(low: number, high: number): number[] {
  const decades = Math.log10(high / low)
  const steps = decades > 4 ? [1] : decades > 2 ? [1, 3] : [1, 2, 5]
  const from = Math.floor(Math.log10(low))
  const all = Array.from({ length: Math.ceil(decades) + 2 }, (_, power) => steps.map((it) => it * 10 ** (from + power)))
  return all.flat().filter((tick) => tick >= low * 1.02 && tick <= high * 0.98)
}

const rows = 12

function CurveTable({ curve: { stage, points }, currency }: { curve: Curve; currency: string | null }) {
  const shown = points.filter((_, at) => at % Math.ceil(points.length / rows) === 0 || at === points.length - 1)
  return (
    <table className={styles.table}>
      <caption>{stageLabels[stage]}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {t('Loss of more than')}
          </th>
          <th scope="col" className={styles.number}>
            {t('In so many years')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ loss, chance }) => (
          <tr key={loss}>
            <td className={styles.number}>{showLoss(loss, currency)}</td>
            <td className={styles.number}>{showShare(chance.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
