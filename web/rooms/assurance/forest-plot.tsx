import { t } from '../../messages/index.ts'
import styles from './assurance.module.css'
import { figure } from './words.ts'

export type Whisker = {
  label: string
  value: number | null
  low: number | null
  high: number | null
  verdict: string | null
  /** shown in the table beside: how the interval was made, the adjusted p */
  note: string
}

const [left, width, row, top] = [190, 720, 30, 26]

export type Compared = 'difference' | 'ratio'

type Props = { rows: Whisker[]; compared: Compared; margin: number | null; caption: string }

/**
 * Differences or ratios between groups with their intervals, one a line, and the margin as a band: what lies wholly inside holds it. The
 * table below says the same in numbers.
 */
export function ForestPlot({ rows, compared, margin, caption }: Props) {
  const none = compared === 'ratio' ? 1 : 0
  const band = margin === null ? null : bandOf(compared, margin)
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((it) => it !== null)
  const reach = Math.max(0.02, ...[...(band ?? []), ...ends].map((end) => Math.abs(end - none))) * 1.1
  const x = (value: number) => left + ((value - none + reach) / (2 * reach)) * (width - left - 20)
  const height = top + rows.length * row + 26
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.plot} aria-hidden="true">
        {band && (
          <>
            <rect
              x={x(band[0])}
              y={top - 10}
              width={x(band[1]) - x(band[0])}
              height={rows.length * row + 10}
              className={styles.band}
            />
            {band.map((end) => (
              <line key={end} x1={x(end)} x2={x(end)} y1={top - 10} y2={height - 26} className={styles.bound} />
            ))}
          </>
        )}
        <line x1={x(none)} x2={x(none)} y1={top - 10} y2={height - 26} className={styles.zero} />
        {rows.map((whisker, index) => (
          <Line key={whisker.label} whisker={whisker} y={top + index * row + 10} x={x} />
        ))}
        {[none - reach / 1.1, none, none + reach / 1.1].map((tick) => (
          <text key={tick} x={x(tick)} y={height - 8} textAnchor="middle" className={styles.quiet}>
            {figure(tick, 2)}
          </text>
        ))}
      </svg>
      <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('Group')}</th>
              <th scope="col" className={styles.number}>
                {compared === 'ratio' ? t('Ratio') : t('Difference')}
              </th>
              <th scope="col" className={styles.number}>
                {t('Interval')}
              </th>
              <th scope="col">{t('How sure')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, value, low, high, note }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={styles.number}>{figure(value)}</td>
                <td className={styles.number}>
                  {low === null || high === null
                    ? t('not defined')
                    : t('{low} to {high}', { low: figure(low), high: figure(high) })}
                </td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

/** A ratio may be as much above as below: 0.8 means from 0.8 to 1.25. */
function bandOf(compared: Compared, margin: number): [number, number] {
  return compared === 'ratio' ? [margin, 1 / margin] : [-margin, margin]
}

function Line({ whisker, y, x }: { whisker: Whisker; y: number; x: (value: number) => number }) {
  const { label, value, low, high, verdict } = whisker
  const name = label.length > 26 ? `${label.slice(0, 25)}…` : label
  return (
    <>
      <text x={left - 12} y={y + 4} textAnchor="end">
        {name}
      </text>
      {low !== null && high !== null && <line x1={x(low)} x2={x(high)} y1={y} y2={y} className={styles.whisker} />}
      {value !== null && (
        <rect
          x={x(value) - 5}
          y={y - 5}
          width={10}
          height={10}
          className={styles.mark}
          {...(verdict !== null && { 'data-verdict': verdict })}
        />
      )}
    </>
  )
}
