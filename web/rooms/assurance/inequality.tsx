import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { at, groupAt, listAt, numberAt } from './result.ts'
import { figure, groupName } from './words.ts'

/** How unequally benefits fall, and how much of it lies between groups (Speicher et al. 2018). */
export function Inequality({ found }: { found: unknown }) {
  if (found === undefined) return null
  const whole: [string, unknown][] = [
    [t('Theil index'), at(found, 'theil')],
    [t('Generalised entropy (2)'), at(found, 'generalisedEntropy2')],
    [t('Coefficient of variation'), at(found, 'coefficientOfVariation')],
  ]
  return (
    <Section
      title={t('Inequality of outcomes')}
      lead={t(
        'What each person receives, against what they should: 1 plus the decision less the truth. 0 means that all receive the same.',
      )}
    >
      <div className={styles.scroll} role="region" aria-label={t('Inequality of outcomes')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Measure')}</th>
              {[t('All'), t('Within groups'), t('Between groups')].map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {whole.map(([name, estimate]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={styles.number}>{figure(numberAt(estimate, 'value'), 5)}</td>
                <td />
                <td />
              </tr>
            ))}
            {listAt(found, 'byAttribute').map((one) => {
              const name = groupName(groupAt(one, 'attribute'))
              return (
                <tr key={name}>
                  <th scope="row">{t('Theil index by {name}', { name })}</th>
                  {['total', 'within', 'between'].map((part) => (
                    <td key={part} className={styles.number}>
                      {figure(numberAt(one, 'theil', part, 'value'), 5)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
