import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { AnswerOf } from '../answer-of.ts'
import styles from './figures.module.css'
import { showFigure } from './money.ts'

export type BusinessCase = AnswerOf<'/api/v1/business-case'>

/** Each figure with how it was computed and what is missing for it. */
export function Figures() {
  const { data, error } = useRecord<BusinessCase>('/business-case')
  if (error) return <ProblemAlert error={error} />
  if (!data) return null
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Figures')}>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">{t('Figure')}</th>
            <th scope="col" className={styles.value}>
              {t('Value')}
            </th>
            <th scope="col">{t('How it is computed')}</th>
          </tr>
        </thead>
        <tbody>
          {data.figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{t(figure.label)}</th>
              <td className={styles.value}>
                {figure.value === null ? (
                  <span className={styles.absent}>{t('Not known yet')}</span>
                ) : (
                  <>
                    {figure.missing.length > 0 && <span className={styles.atLeast}>{t('at least')} </span>}
                    {showFigure(figure.value, figure.unit, data.currency)}
                  </>
                )}
              </td>
              <td>
                <span className={styles.formula}>{figure.formula}</span>
                {figure.missing.length > 0 && (
                  <span className={styles.missing}>{t('Missing: {what}', { what: figure.missing.join('; ') })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
