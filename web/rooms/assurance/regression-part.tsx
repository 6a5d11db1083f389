import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { at, estimateAt, groupAt, listAt, numberAt, textAt } from './result.ts'
import { phraseWords } from './sentences.ts'
import { figure, groupName, metricName } from './words.ts'

/** How far predicted numbers lie from what came out: of everybody, of each group, and how groups differ. */
export function RegressionPart({ regression }: { regression: unknown }) {
  const tables = [at(regression, 'overall'), ...listAt(regression, 'attributes')].filter((it) => it !== undefined)
  return tables.map((table) => <Errors key={groupName(groupAt(table, 'attribute'))} table={table} />)
}

function Errors({ table }: { table: unknown }) {
  const name = groupName(groupAt(table, 'attribute'))
  const title = name === '' ? t('Errors of everybody') : t('Errors by {name}', { name })
  return (
    <Section
      title={title}
      lead={t('In the unit of the outcome. A residual above 0 means that it was predicted too low.')}
    >
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Group')}</th>
              {[t('Rows'), metricName('mae'), metricName('mean_residual'), 'RMSE', 'R²'].map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listAt(table, 'groups').map((group) => {
              const of = groupName(groupAt(group, 'group')) || t('Everybody')
              return (
                <tr key={of}>
                  <th scope="row">{of}</th>
                  <td className={styles.number}>{showNumber(numberAt(group, 'rows') ?? 0)}</td>
                  {['mae', 'meanResidual', 'rmse', 'r2'].map((measure) => (
                    <td key={measure} className={styles.number}>
                      <Number estimate={at(group, measure)} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Differences rows={listAt(table, 'differences')} />
    </Section>
  )
}

function Number({ estimate }: { estimate: unknown }) {
  const { value, low, high } = estimateAt(estimate)
  if (value === null)
    return <span className={styles.muted}>{phraseWords(textAt(estimate, 'reason') ?? 'not defined')}</span>
  return (
    <>
      {figure(value)}
      {low !== null && high !== null && (
        <span className={styles.line2}>{t('{low} to {high}', { low: figure(low), high: figure(high) })}</span>
      )}
    </>
  )
}

function Differences({ rows }: { rows: unknown[] }) {
  if (rows.length === 0) return null
  return (
    <div className={styles.scroll} role="region" aria-label={t('Differences of errors')} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t('Differences of errors')}</caption>
        <thead>
          <tr>
            {[t('Group'), t('Measure'), t('Difference'), t('Adjusted p')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const words = { group: groupName(groupAt(row, 'group')), other: groupName(groupAt(row, 'reference')) }
            const p = numberAt(row, 'pAdjusted')
            return (
              <tr key={`${words.group} ${textAt(row, 'measure')}`}>
                <th scope="row">{t('{group} against {other}', words)}</th>
                <td>{metricName(textAt(row, 'measure') ?? '')}</td>
                <td>
                  <Number estimate={row} />
                </td>
                <td>{p === null ? '' : p < 0.001 ? '< 0.001' : figure(p)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
