import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
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
      <Strata one={one} />
    </Section>
  )
}

const mostStrata = 50

/** What each comparison is made of; strata of too few people are not shown, which is said. */
function Strata({ one }: { one: unknown }) {
  const limit = numberAt(one, 'hiddenBelow') ?? 5
  const said = (counts: unknown) => {
    const [numerator, denominator] = [numberAt(counts, 'numerator'), numberAt(counts, 'denominator')]
    // Runs of older engines have the counts of every stratum in their record.
    if (numerator === null || denominator === null || (denominator > 0 && denominator < limit)) return t('not shown')
    return t('{numerator} of {denominator}', { numerator: showNumber(numerator), denominator: showNumber(denominator) })
  }
  return (
    <details className={styles.details}>
      <summary>{t('Show the strata')}</summary>
      <p className={styles.muted}>
        {t(
          'Strata of fewer than {limit} people are not shown for privacy, and neither is one from which such a number could be found.',
          { limit },
        )}
      </p>
      {listAt(one, 'comparisons').map((row) => {
        const [group, other] = [groupName(groupAt(row, 'group')), groupName(groupAt(row, 'reference'))]
        const strata = listAt(row, 'stratum')
        const label = t('{group} against {other}', { group, other })
        return (
          <div key={group} className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
            <table className={styles.table}>
              <caption>
                {label}
                {strata.length > mostStrata &&
                  ` · ${t('The first {shown} of {count} strata.', { shown: mostStrata, count: showNumber(strata.length) })}`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{groupName(groupAt(one, 'strata'))}</th>
                  {[group, other].map((name) => (
                    <th key={name} scope="col" className={styles.number}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {strata.slice(0, mostStrata).map((stratum) => (
                  <tr key={JSON.stringify(at(stratum, 'key'))}>
                    <th scope="row">{groupName(groupAt(stratum, 'key'))}</th>
                    <td className={styles.number}>{said(at(stratum, 'group'))}</td>
                    <td className={styles.number}>{said(at(stratum, 'reference'))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      })}
    </details>
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
