import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './risks.module.css'
import { levels, levelText, type RiskDetail } from './words.ts'

/** Every rating with the edition of the criteria that it was made under, newest first. */
export function RatingTable({ risk }: { risk: RiskDetail }) {
  if (risk.ratings.length === 0) return <p className={styles.muted}>{t('Not rated yet.')}</p>
  const caption = t('Steps of likelihood × of consequence for the organisation / people / society')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Ratings')}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Rated')}</th>
            <th scope="col">{t('What')}</th>
            <th scope="col">{t('Level')}</th>
            <th scope="col">{t('Why')}</th>
          </tr>
        </thead>
        <tbody>
          {risk.ratings.map((rating) => (
            <tr key={rating.id}>
              <td>
                <DateTime value={rating.on} />
                <br />
                {rating.by.name}
                <br />
                {t('Edition {edition}', { edition: rating.edition })}
              </td>
              <td>
                {rating.kind === 'inherent' ? t('Before treatment') : t('What is left')}
                {rating.id !== risk.inherent?.id && rating.id !== risk.residual?.id && ` (${t('earlier')})`}
              </td>
              <td>
                <StateBadge tone={levels[rating.level].tone} label={levelText(rating)} />
                <br />
                {`${rating.likelihood} × ${rating.organization} / ${rating.individuals} / ${rating.society}`}
              </td>
              <td>{rating.rationale}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
