import { t } from '../../../messages/index.ts'
import { useList } from '../../../ui/api.ts'
import { DateTime } from '../../../ui/date-time.tsx'
import { Link } from '../../../ui/link.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import styles from './figures.module.css'
import { against, type Measure, showLoss, type SimulationRow } from './words.ts'

const shown = 10

/** The simulations of one risk before the newest: how its figures moved. */
export function EarlierSimulations({ risk, measure }: { risk: string; measure: Measure }) {
  const { data } = useList<SimulationRow>('/risk-simulations', { risk, measure, state: 'finished', limit: shown + 1 })
  const rows = (data?.items ?? []).slice(1)
  if (rows.length === 0) return null
  return (
    <details className={styles.details}>
      <summary>{t('Earlier simulations of this risk')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Earlier simulations of this risk')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Simulated')}</th>
              <th scope="col" className={styles.number}>
                {t('Mean before treatment')}
              </th>
              <th scope="col" className={styles.number}>
                {t('Mean that is left')}
              </th>
              <th scope="col">{t('Tolerance')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, createdAt, headline, currency }) => {
              const stands = headline?.residual?.stands ?? headline?.inherent.stands
              return (
                <tr key={id}>
                  <td>
                    <Link to={`/risks/simulations/${id}`}>
                      <DateTime value={createdAt} />
                    </Link>
                  </td>
                  <td className={styles.number}>{headline && showLoss(headline.inherent.mean.value, currency)}</td>
                  <td className={styles.number}>
                    {headline?.residual ? showLoss(headline.residual.mean.value, currency) : '–'}
                  </td>
                  <td>{stands ? <StateBadge {...against[stands]} /> : t('Not set')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
