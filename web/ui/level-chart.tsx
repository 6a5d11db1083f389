import { t } from '../messages/index.ts'
import { showDate, showNumber } from './dates.ts'
import styles from './level-chart.module.css'
import { Link } from './link.tsx'

/** The honest levels, lowest first, then what is not one of them. */
export type Level =
  | 'missing'
  | 'stale'
  | 'documented'
  | 'implemented'
  | 'operating'
  | 'effective'
  | 'not-yet-recorded'
  | 'not-applicable'
export type LevelCounts = Partial<Record<Level, number>>

/** Drawn from the ground up: what is proven most stands at the bottom. */
const drawn: Level[] = [
  'effective',
  'operating',
  'implemented',
  'documented',
  'stale',
  'missing',
  'not-yet-recorded',
  'not-applicable',
]

export const levelLabels: Record<Level, string> = {
  effective: t('Effective'),
  operating: t('Operating'),
  implemented: t('Implemented'),
  documented: t('Documented'),
  stale: t('Stale'),
  missing: t('Missing'),
  'not-yet-recorded': t('Not yet recorded in Assay'),
  'not-applicable': t('Not applicable'),
}

export type LevelBarsProps = {
  counts: LevelCounts
  /** Says what is counted: "Clauses". */
  label: string
  /** Where a level's findings are listed. */
  to?: (level: Level) => string
}

/** Counts per level at one moment: a bar, and beside it each level in words with its number and shape. */
export function LevelBars({ counts, label, to }: LevelBarsProps) {
  const total = drawn.reduce((sum, level) => sum + (counts[level] ?? 0), 0)
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{label}</figcaption>
      <svg className={styles.bar} viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
        {total > 0 &&
          drawn.map((level, index) => {
            const before = drawn.slice(0, index).reduce((sum, one) => sum + (counts[one] ?? 0), 0)
            const part = ((counts[level] ?? 0) / total) * 1000
            const gap = 3
            return (
              <rect
                key={level}
                x={(before / total) * 1000}
                width={Math.max(0, part - gap)}
                height={12}
                className={styles[level]}
              />
            )
          })}
      </svg>
      <ul className={styles.legend}>
        {drawn.filter(isShown(counts)).map((level) => (
          <li key={level}>
            <LevelSign level={level} />
            {to ? <Link to={to(level)}>{levelLabels[level]}</Link> : levelLabels[level]}
            <span className={styles.number}>{showNumber(counts[level] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** The levels proper always show their number; what is no level shows when there is any. */
function isShown(counts: LevelCounts): (level: Level) => boolean {
  return (level) => (level !== 'not-yet-recorded' && level !== 'not-applicable') || (counts[level] ?? 0) > 0
}

/** The level's colour with a shape of its own, so that it can be told without colour. */
export function LevelSign({ level }: { level: Level }) {
  const dashed = level === 'not-yet-recorded' ? { strokeDasharray: '2 2' } : {}
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" className={styles.sign} aria-hidden="true">
      {level === 'stale' ? (
        <path d="M6 1 11.5 11h-11Z" className={styles.stale} />
      ) : (
        <rect x="0.5" y="0.5" width="11" height="11" rx="2" className={styles.frame} {...dashed} />
      )}
      {level === 'not-applicable' && <path d="M3 6h6" className={styles.frame} />}
      <rect x="2" y={10 - fills[level] * 2} width="8" height={fills[level] * 2} className={styles[level]} />
    </svg>
  )
}

/** Quarters of the sign that are filled. */
const fills: Record<Level, number> = {
  effective: 4,
  operating: 3,
  implemented: 2,
  documented: 1,
  stale: 0,
  missing: 0,
  'not-yet-recorded': 0,
  'not-applicable': 0,
}

export type LevelPoint = { on: string; counts: LevelCounts }

const width = 720
const height = 200

/** How the counts have moved: stacked areas over time, with the same numbers as a table one click away. */
export function LevelsOverTime({ points, label }: { points: LevelPoint[]; label: string }) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{label}</figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary(first, last)}
      >
        {stack(points).map(({ level, path }) => (
          <path key={level} d={path} className={styles[level]} />
        ))}
      </svg>
      <p className={styles.axis}>
        <span>{showDate(first.on)}</span>
        <span>{showDate(last.on)}</span>
      </p>
      {!isComplete(points) && (
        <p className={styles.caption}>{t('The days that are blank are still being computed.')}</p>
      )}
      <details className={styles.table}>
        <summary>{t('Show as a table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Date')}</th>
              {drawn.map((level) => (
                <th key={level} scope="col">
                  {levelLabels[level]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ on, counts }) => (
              <tr key={on}>
                <th scope="row">{showDate(on)}</th>
                {drawn.map((level) => (
                  <td key={level}>{showNumber(counts[level] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/**
 * One area per level, from the ground up. Each point holds until the next one; where points are missing between two, nothing is drawn,
 * since nobody has computed those days.
 */
function stack(points: LevelPoint[]): { level: Level; path: string }[] {
  const runs = runsOf(points)
  const most = Math.max(1, ...points.map(({ counts }) => drawn.reduce((sum, level) => sum + (counts[level] ?? 0), 0)))
  const y = (value: number) => round(height - (value / most) * height)
  let ground = new Map(points.map((point) => [point, 0]))
  return drawn.map((level) => {
    const top = new Map(points.map((point) => [point, (ground.get(point) ?? 0) + (point.counts[level] ?? 0)]))
    const path = runs.map((run) => {
      const edge = (values: Map<LevelPoint, number>) =>
        run.flatMap(({ point, from, to }) => [from, to].map((x) => `${round(x)},${y(values.get(point) ?? 0)}`))
      return `M${edge(top).join('L')}L${edge(ground).toReversed().join('L')}Z`
    })
    ground = top
    return { level, path: path.join('') }
  })
}

type Held = { point: LevelPoint; from: number; to: number }

/** The points with how far each holds, parted where days are missing; a place follows its date, not its number in the list. */
function runsOf(points: LevelPoint[]): Held[][] {
  const times = points.map(({ on }) => Date.parse(on))
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? time))
  const usual = usualStep(steps)
  const start = times[0] ?? 0
  const x = (time: number) => ((time - start) / ((times.at(-1) ?? start) + usual - start)) * width
  const runs: Held[][] = [[]]
  points.forEach((point, at) => {
    const time = times[at] ?? start
    const step = steps[at] ?? usual
    const gap = step > 2 * usual
    runs.at(-1)?.push({ point, from: x(time), to: x(time + (gap ? usual : step)) })
    if (gap) runs.push([])
  })
  return runs
}

const day = 86_400_000

/** How far apart points stand where none is missing: a long history is thinned, and its last point is today's. */
function usualStep(steps: number[]): number {
  const middle = steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? day
  return Math.min(Math.max(middle, day), 31 * day)
}

/** Whether days between the points are missing, as they are while an organization's past is still being computed. */
function isComplete(points: LevelPoint[]): boolean {
  return runsOf(points).length === 1
}

function round(value: number): string {
  return value.toFixed(1)
}

function summary(first: LevelPoint, last: LevelPoint): string {
  const moves = drawn.map((level) =>
    t('{level} from {before, number} to {after, number}', {
      level: levelLabels[level],
      before: first.counts[level] ?? 0,
      after: last.counts[level] ?? 0,
    }),
  )
  return `${showDate(first.on)} – ${showDate(last.on)}: ${moves.join('; ')}`
}
