import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { showDate, showNumber } from '../../ui/dates.ts'
import styles from './assurance.module.css'
import { at, listAt, numberAt, textAt } from './result.ts'
import { figure, type Kind, metricName, type PlanWithEditions, type RunWithRecord } from './words.ts'

/** What the run was held against, who wrote that down and who approved it when: the answer is worth what the question was. */
export function LimitsOf({ run }: { run: RunWithRecord }) {
  const { data: plan } = useRecord<PlanWithEditions>(`/measurement-plans/${run.plan.id}`)
  const limits = limitsIn(run.kind, at(run.record, 'definition'))
  if (limits.length === 0) return null
  return (
    <div className={styles.limits}>
      <h3 className={styles.head}>{t('Held against')}</h3>
      <ul className={styles.reasons}>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {plan && <p className={styles.muted}>{setBy(plan)}</p>}
    </div>
  )
}

function setBy({ authors, approval }: PlanWithEditions): string {
  const names = authors.map(({ name }) => name).join(', ') || t('a machine')
  if (!approval) return t('Written by {names}; nobody has approved it.', { names })
  return t('Written by {names}; approved by {approver} on {day}, in entry {seq} of the log.', {
    names,
    approver: approval.by.name,
    day: showDate(approval.on),
    seq: showNumber(approval.seq),
  })
}

/** The limits of a definition as people say them; those of checks stand on their cards. */
export function limitsIn(kind: Kind, definition: unknown): string[] {
  if (kind === 'drift') {
    const margins = Object.keys(Object(at(definition, 'margins'))).flatMap((name) => {
      const margin = numberAt(definition, 'margins', name)
      return margin === null
        ? []
        : [t('{metric}: at most {bound}', { metric: metricName(name), bound: figure(margin) })]
    })
    return [...margins, ...listAt(definition, 'streams').flatMap(ofStream)]
  }
  const limits = listAt(definition, 'thresholds').map((one) => {
    const metric = metricName(textAt(one, 'metric') ?? '')
    return kind === 'fairness' ? ofGroups(one, metric) : ofWhole(one, metric)
  })
  return [...limits, ...listAt(definition, 'conditional').flatMap(ofFactors)]
}

function ofStream(stream: unknown): string[] {
  const alarms = numberAt(stream, 'atMostAlarms')
  if (alarms === null) return []
  const value = textAt(stream, 'value') ?? t('errors')
  return [
    t('{value}: {alarms, plural, =0 {no alarm} one {at most one alarm} other {at most # alarms}}', { value, alarms }),
  ]
}

/** Groups with something held alike, where the plan sets a margin for it. */
function ofFactors(factor: unknown): string[] {
  const margin = numberAt(factor, 'margin')
  if (margin === null) return []
  const metric = metricName(textAt(factor, 'metric') ?? 'selection_rate')
  const limit = t('{metric}: at most {bound} from the reference, either way', { metric, bound: figure(margin) })
  return [t('{limit}, with {strata} held alike', { limit, strata: listAt(factor, 'strata').map(String).join(', ') })]
}

function ofGroups(threshold: unknown, metric: string): string {
  const margin = numberAt(threshold, 'margin') ?? 0
  const by = listAt(threshold, 'attributes').map(String).join(', ')
  const said =
    textAt(threshold, 'comparison') === 'ratio'
      ? t('{metric}: from {low} to {high} times the reference', {
          metric,
          low: figure(margin),
          high: figure(1 / margin),
        })
      : t('{metric}: at most {bound} from the reference, either way', { metric, bound: figure(margin) })
  return by === '' ? said : t('{limit}, by {groups}', { limit: said, groups: by })
}

function ofWhole(threshold: unknown, metric: string): string {
  const [least, most] = [numberAt(threshold, 'atLeast'), numberAt(threshold, 'atMost')]
  const said =
    least === null
      ? t('{metric}: at most {bound}', { metric, bound: figure(most) })
      : t('{metric}: at least {bound}', { metric, bound: figure(least) })
  return at(threshold, 'perGroup') === true ? t('{limit}, in each group', { limit: said }) : said
}
