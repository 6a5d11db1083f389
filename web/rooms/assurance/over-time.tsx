import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './assurance.module.css'
import { badgeOfRun, confirmingText, figure, type Run } from './words.ts'

const [width, height, edge] = [720, 160, 28]

/** The headline of every finished run of a plan, oldest first: a filled mark confirms, a hollow one was exploratory. */
export function OverTime({ series }: { series: string }) {
  const { data, error } = useList<Run>('/measurement-runs', { series, sort: '-seq', limit: 60 })
  const runs = (data?.items ?? []).filter(({ headline, state }) => state === 'finished' && headline).toReversed()
  if (error) return <ProblemAlert error={error} />
  if (runs.length < 2) return <p className={styles.muted}>{t('Two finished runs are needed to show a course.')}</p>
  const values = runs.map(({ headline }) => headline?.value ?? 0)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const span = high - low || 1
  const x = (index: number) => edge + (index / (runs.length - 1)) * (width - 2 * edge)
  const y = (value: number) => height - edge - ((value - low) / span) * (height - 2 * edge)
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(' ')
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.plot} aria-hidden="true">
        <line x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} className={styles.zero} />
        <polyline points={points} className={styles.line} />
        {runs.map((run, index) => (
          <circle
            key={run.id}
            cx={x(index)}
            cy={y(values[index] ?? 0)}
            r={5}
            className={styles.mark}
            data-verdict={run.verdict}
            data-hollow={!run.confirming}
          />
        ))}
      </svg>
      <figcaption className={styles.muted}>
        {t('{measure}. Filled: confirms. Hollow: exploratory.', { measure: runs.at(-1)?.headline?.measure ?? '' })}
      </figcaption>
      <details className={styles.details}>
        <summary>{t('The same as a table')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Measured on')}</th>
              <th scope="col">{t('Measure')}</th>
              <th scope="col">{t('Value')}</th>
              <th scope="col">{t('Verdict')}</th>
              <th scope="col">{t('Counts as')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <td>{run.happenedOn && showDate(run.happenedOn)}</td>
                <td>{run.headline?.measure}</td>
                <td>{figure(run.headline?.value)}</td>
                <td>{badgeOfRun(run).label}</td>
                <td>{confirmingText(run)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
