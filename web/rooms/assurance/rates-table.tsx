import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import styles from './assurance.module.css'
import { metricName } from './words.ts'

type RatesTableProps<Metric extends string> = {
  label: string
  groups: unknown[]
  nameOf: (group: unknown) => string
  /** what is counted, and how many of it a group has */
  counted: string
  countOf: (group: unknown) => number | null
  metrics: readonly Metric[]
  cell: (group: unknown, metric: Metric) => ReactNode
}

/** A row for each group: how many, and one measure a column. */
export function RatesTable<Metric extends string>(props: RatesTableProps<Metric>) {
  const { label, groups, nameOf, counted, countOf, metrics, cell } = props
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('Group')}</th>
            <th scope="col" className={styles.number}>
              {counted}
            </th>
            {metrics.map((metric) => (
              <th key={metric} scope="col" className={styles.number}>
                {metricName(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const name = nameOf(group)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={styles.number}>{showNumber(countOf(group) ?? 0)}</td>
                {metrics.map((metric) => (
                  <td key={metric} className={styles.number}>
                    {cell(group, metric)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
