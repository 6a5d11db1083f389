import { useState } from 'react'
import { t } from '../../../messages/index.ts'
import { Link } from '../../../ui/link.tsx'
import { VerbButton } from '../../../ui/verb-button.tsx'
import styles from './figures.module.css'
import { showLoss, showShare, type Simulation, withError } from './words.ts'

const few = 20

/** Each risk's part of the mean loss that is left, the greatest first. */
export function RiskShares({ simulation: { result, currency } }: { simulation: Simulation }) {
  const [all, setAll] = useState(false)
  if (!result) return null
  const sorted = result.risks.toSorted((a, b) => b.residual.share.value - a.residual.share.value)
  const greatest = sorted[0]?.residual.share.value || 1
  const loss = (value: number) => showLoss(value, currency)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Share of each risk')}>
        <table className={`${styles.table} ${styles.named}`}>
          <caption>{t('Share of each risk in the mean loss that is left')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('Risk')}</th>
              <th scope="col" className={styles.number}>
                {t('Share of the mean')}
              </th>
              <td className={styles.bar} />
              <th scope="col" className={styles.number}>
                {t('Mean before treatment')}
              </th>
              <th scope="col" className={styles.number}>
                {t('Mean that is left')}
              </th>
              <th scope="col" className={styles.number}>
                {t('One year in twenty loses more than')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? sorted : sorted.slice(0, few)).map(({ risk, inherent, residual }) => (
              <tr key={risk.id}>
                <th scope="row">
                  <Link to={`/risks/${risk.id}`}>{risk.name}</Link>
                </th>
                <td className={styles.number}>{withError(residual.share, showShare)}</td>
                <td className={styles.bar}>
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(100 * residual.share.value) / greatest} height={8} className={styles.part} />
                  </svg>
                </td>
                <td className={styles.number}>{loss(inherent.mean.value)}</td>
                <td className={styles.number}>{loss(residual.mean.value)}</td>
                <td className={styles.number}>{loss(residual.inTwenty.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && sorted.length > few && (
        <VerbButton look="quiet" writes={false} onClick={() => setAll(true)}>
          {t('Show all {count} risks', { count: sorted.length })}
        </VerbButton>
      )}
    </>
  )
}
