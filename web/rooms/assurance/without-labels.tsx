import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { RatesTable } from './rates-table.tsx'
import { at, estimateAt, groupAt, listAt, numberAt } from './result.ts'
import { figure, groupName, metricName, percent } from './words.ts'

const shown = ['accuracy', 'selection_rate', 'tpr', 'fpr', 'ppv'] as const

/** What performance is to be expected where nobody knows the outcomes yet, of everybody and of each group, and what came true since. */
export function WithoutLabels({ result }: { result: unknown }) {
  const found = at(result, 'withoutLabels')
  // Where no groups are watched the only group is everybody, who stand first already.
  const named = listAt(found, 'groups').filter((group) => groupAt(group, 'key').length > 0)
  const groups = [at(found, 'overall'), ...named].filter((it) => it !== undefined)
  if (groups.length === 0) return null
  const realised = listAt(result, 'realised')
  return (
    <Section
      title={t('Expected performance without labels')}
      lead={t('Estimated from scores. It holds only while the scores mean today what they meant in the reference.')}
    >
      <RatesTable
        label={t('Expected performance without labels')}
        groups={groups}
        nameOf={nameOf}
        counted={t('Rows')}
        countOf={(group) => numberAt(group, 'rows')}
        metrics={shown}
        cell={(group, metric) => <Expected group={group} metric={metric} realised={realised} />}
      />
      {realised.length > 0 && (
        <p className={styles.muted}>
          {t(
            'Outcomes have come since: what came true stands below what was expected, with a mark where it lies outside.',
          )}
        </p>
      )}
      <Differences found={found} />
    </Section>
  )
}

function Expected({ group, metric, realised }: { group: unknown; metric: string; realised: unknown[] }) {
  const { value, low, high } = estimateAt(group, 'metrics', metric)
  const key = JSON.stringify(groupAt(group, 'key'))
  const came = realised.find((one) => at(one, 'metric') === metric && JSON.stringify(groupAt(one, 'key')) === key)
  const true_ = numberAt(came, 'realised', 'value')
  return (
    <>
      {percent(value)}
      {low !== null && high !== null && low !== high && (
        <span className={styles.line2}>{t('{low} to {high}', { low: percent(low), high: percent(high) })}</span>
      )}
      {true_ !== null && (
        <span className={styles.line2}>
          {at(came, 'within') === false
            ? t('came true: {value} (outside)', { value: percent(true_) })
            : t('came true: {value}', { value: percent(true_) })}
        </span>
      )}
    </>
  )
}

/** Fairness that nobody has labels for yet: expected differences between groups. */
function Differences({ found }: { found: unknown }) {
  const rows = listAt(found, 'differences').filter((one) =>
    shown.some((metric) => metric !== 'accuracy' && metric === at(one, 'metric')),
  )
  if (rows.length === 0) return null
  return (
    <div className={styles.scroll} role="region" aria-label={t('Expected differences between groups')} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t('Expected differences between groups')}</caption>
        <thead>
          <tr>
            {[t('Group'), t('Measure'), t('Difference'), t('Interval')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => {
            const { value, low, high } = estimateAt(one)
            const words = { group: groupName(groupAt(one, 'group')), other: groupName(groupAt(one, 'reference')) }
            return (
              <tr key={`${words.group} ${String(at(one, 'metric'))}`}>
                <th scope="row">{t('{group} against {other}', words)}</th>
                <td>{metricName(String(at(one, 'metric')))}</td>
                <td>{figure(value)}</td>
                <td>
                  {low !== null && high !== null && t('{low} to {high}', { low: figure(low), high: figure(high) })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function nameOf(group: unknown): string {
  return groupName(groupAt(group, 'key')) || t('Everybody')
}
