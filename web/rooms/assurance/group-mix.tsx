import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { at, estimateAt, listAt, numberAt, textAt } from './result.ts'
import { percent } from './words.ts'

/** The share of each group then and now: a changed mix alone can move every rate of the whole. */
export function GroupMix({ result }: { result: unknown }) {
  const mixes = listAt(result, 'groupMix')
  if (mixes.length === 0) return null
  return (
    <Section
      title={t('Mix of groups')}
      lead={t('A changed mix alone can move every rate of the whole, though no group is treated otherwise.')}
    >
      {mixes.map((mix) => (
        <Mix key={textAt(mix, 'column')} mix={mix} />
      ))}
    </Section>
  )
}

function Mix({ mix }: { mix: unknown }) {
  const column = textAt(mix, 'column') ?? ''
  return (
    <div className={styles.scroll} role="region" aria-label={t('Mix of {column}', { column })} tabIndex={0}>
      <table className={styles.table}>
        <caption>{column}</caption>
        <thead>
          <tr>
            {[t('Group'), t('Reference'), t('Today'), t('Difference'), t('Interval')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listAt(mix, 'groups').map((group) => {
            const name = at(group, 'value') === null ? t('(no value)') : String(at(group, 'value'))
            const { value, low, high } = estimateAt(group, 'difference')
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{percent(numberAt(group, 'reference', 'share'))}</td>
                <td>{percent(numberAt(group, 'current', 'share'))}</td>
                <td>{percent(value)}</td>
                <td>
                  {low !== null && high !== null && t('{low} to {high}', { low: percent(low), high: percent(high) })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
