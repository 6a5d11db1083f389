import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { at, estimateAt, groupAt, listAt, numberAt, textAt } from './result.ts'
import { figure, groupName, metricName, percent, verdicts, type Verdict } from './words.ts'

/** Groups compared among rows that are alike in factors that may legitimately matter (Simpson's reversal shows here). */
export function ConditionalPart({ result }: { result: unknown }) {
  return listAt(result, 'conditional').map((one, index) => <Within key={index} one={one} />)
}

function Within({ one }: { one: unknown }) {
  const words = {
    metric: metricName(textAt(one, 'metric') ?? ''),
    name: groupName(groupAt(one, 'attribute')),
    strata: groupAt(one, 'strata').join(', '),
  }
  const title = t('{metric} by {name}, with {strata} held alike', words)
  return (
    <Section
      title={title}
      lead={t(
        'Overall: all rows together. Alike: within the same factors, weighted over them. Whether these factors may matter is a judgement of its own.',
      )}
    >
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Group')}</th>
              {[t('Overall'), t('Held alike'), t('Adjusted p')].map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {head}
                </th>
              ))}
              <th scope="col">{t('Verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {listAt(one, 'comparisons').map((row) => (
              <Row key={groupName(groupAt(row, 'group'))} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Row({ row }: { row: unknown }) {
  const words = { group: groupName(groupAt(row, 'group')), other: groupName(groupAt(row, 'reference')) }
  const p = numberAt(row, 'pAdjusted')
  const verdict = textAt(row, 'judged', 'verdict')
  const known = Object.keys(verdicts).find((it): it is Verdict => it === verdict)
  return (
    <tr>
      <th scope="row">{t('{group} against {other}', words)}</th>
      <td className={styles.number}>
        <Gap estimate={at(row, 'crude', 'difference')} />
      </td>
      <td className={styles.number}>
        <Gap estimate={at(row, 'difference')} />
      </td>
      <td className={styles.number}>{p === null ? '' : p < 0.001 ? '< 0.001' : figure(p)}</td>
      <td>
        {known && <StateBadge {...verdicts[known]} />}
        {at(row, 'reversed') === true && <StateBadge tone="caution" label={t('Reversed: the factors explain it')} />}
      </td>
    </tr>
  )
}

function Gap({ estimate }: { estimate: unknown }) {
  const { value, low, high } = estimateAt(estimate)
  return (
    <>
      {percent(value)}
      {low !== null && high !== null && (
        <span className={styles.line2}>{t('{low} to {high}', { low: percent(low), high: percent(high) })}</span>
      )}
    </>
  )
}
