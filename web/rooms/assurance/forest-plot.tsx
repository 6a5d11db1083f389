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

/**
 * Differences between groups with their intervals, one a line, and the margin as a band: what lies wholly inside holds it. The
 * table below says the same in numbers.
 */
export function ForestPlot({ rows, margin, caption }: { rows: Whisker[]; margin: number | null; caption: string }) {
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((it) => it !== null)
  const reach = Math.max(0.02, margin ?? 0, ...ends.map(Math.abs)) * 1.1
  const x = (value: number) => left + ((value + reach) / (2 * reach)) * (width - left - 20)
  const height = top + rows.length * row + 26
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.plot} aria-hidden="true">
        {margin !== null && (
          <>
            <rect
              x={x(-margin)}
              y={top - 10}
              width={x(margin) - x(-margin)}
              height={rows.length * row + 10}
              className={styles.band}
            />
            <line x1={x(-margin)} x2={x(-margin)} y1={top - 10} y2={height - 26} className={styles.bound} />
            <line x1={x(margin)} x2={x(margin)} y1={top - 10} y2={height - 26} className={styles.bound} />
          </>
        )}
        <line x1={x(0)} x2={x(0)} y1={top - 10} y2={height - 26} className={styles.zero} />
        {rows.map((whisker, index) => (
          <Line key={whisker.label} whisker={whisker} y={top + index * row + 10} x={x} />
        ))}
        {[-reach / 1.1, 0, reach / 1.1].map((tick) => (
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
                {t('Difference')}
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
