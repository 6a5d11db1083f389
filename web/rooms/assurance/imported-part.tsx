import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { listAt, numberAt, textAt } from './result.ts'
import { figure } from './words.ts'

/** The values that another tool reported, as they were given. */
export function ImportedPart({ record }: { record: unknown }) {
  return (
    <Section title={t('Values as imported')}>
      <div className={styles.scroll} role="region" aria-label={t('Values as imported')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[t('Measure'), t('Group'), t('Value'), t('Interval')].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listAt(record, 'values').map((value, index) => {
              const [low, high] = [numberAt(value, 'low'), numberAt(value, 'high')]
              return (
                <tr key={`${textAt(value, 'measure')} ${index}`}>
                  <th scope="row">{textAt(value, 'measure')}</th>
                  <td>{textAt(value, 'group')}</td>
                  <td>{figure(numberAt(value, 'value'))}</td>
                  <td>
                    {low !== null && high !== null && t('{low} to {high}', { low: figure(low), high: figure(high) })}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
