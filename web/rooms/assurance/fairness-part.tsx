import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { CalibrationPart } from './calibration-part.tsx'
import { ConditionalPart } from './conditional-part.tsx'
import { Conflicts } from './conflicts.tsx'
import { type Compared, ForestPlot, type Whisker } from './forest-plot.tsx'
import { ImpactTables } from './impact-tables.tsx'
import { GroupTable } from './group-table.tsx'
import { Inequality } from './inequality.tsx'
import { SizesPart } from './sizes-part.tsx'
import { Subgroups } from './subgroups.tsx'
import { at, estimateAt, groupAt, listAt, numberAt, textAt } from './result.ts'
import { figure, groupName, metricName } from './words.ts'

/** Group differences with their intervals, every group's own rates, and what cannot be equal at once. */
export function FairnessPart({ result, definition }: { result: unknown; definition: unknown }) {
  return (
    <>
      {listAt(result, 'attributes').map((attribute) => (
        <Attribute key={groupName(groupAt(attribute, 'attribute'))} attribute={attribute} definition={definition} />
      ))}
      <ConditionalPart result={result} />
      <ImpactTables result={result} />
      <Subgroups search={at(result, 'subgroups')} />
      <SizesPart result={result} />
      <Inequality found={at(result, 'inequality')} />
      {at(result, 'calibration') !== undefined && <CalibrationPart result={at(result, 'calibration')} />}
    </>
  )
}

function Attribute({ attribute, definition }: { attribute: unknown; definition: unknown }) {
  const name = groupName(groupAt(attribute, 'attribute'))
  const reference = groupName(groupAt(attribute, 'reference', 'group'))
  const groups = [at(attribute, 'overall'), ...listAt(attribute, 'groups')].filter((it) => it !== undefined)
  return (
    <>
      <Section
        title={t('Differences by {name}', { name })}
        lead={t(
          'Each group against {reference}. A square in the band with its whole line in the band holds the limit.',
          {
            reference,
          },
        )}
      >
        {shownOf(attribute, definition).map((shown) => (
          <ForestPlot
            key={`${shown.metric} ${shown.compared}`}
            rows={whiskersOf(attribute, shown)}
            compared={shown.compared}
            margin={shown.margin}
            caption={captionOf(shown, { name, reference })}
          />
        ))}
      </Section>
      <Section
        title={t('Every group by {name}', { name })}
        lead={t('Also groups too small for a verdict: nothing is left out.')}
      >
        <GroupTable groups={groups} label={t('Rates by {name}', { name })} />
        <Homogeneity attribute={attribute} />
      </Section>
      <Conflicts attribute={attribute} />
    </>
  )
}

type Shown = { metric: string; compared: Compared; margin: number | null }

/** What has a limit first, each as it is compared; then what was tested together. Four of them in all, but never fewer than the limits. */
function shownOf(attribute: unknown, definition: unknown): Shown[] {
  const name = groupAt(attribute, 'attribute').join(',')
  const limited = listAt(definition, 'thresholds')
    .filter((one) => at(one, 'attributes') === undefined || listAt(one, 'attributes').includes(name))
    .map((one): Shown => {
      const compared = textAt(one, 'comparison') === 'ratio' ? 'ratio' : 'difference'
      return { metric: textAt(one, 'metric') ?? '', compared, margin: numberAt(one, 'margin') }
    })
  const tested = listAt(attribute, 'family', 'metrics')
    .filter((one) => typeof one === 'string')
    .filter((metric) => limited.every((it) => it.metric !== metric))
    .map((metric): Shown => ({ metric, compared: 'difference', margin: null }))
  const known = new Set(listAt(attribute, 'comparisons').map((one) => textAt(one, 'metric')))
  const all = [...tightest(limited), ...tested].filter(({ metric }) => known.has(metric))
  return all.slice(0, Math.max(4, limited.length))
}

/** Several limits on one measure are drawn once, with the narrowest band; all of them stand beside the verdict. */
function tightest(limited: Shown[]): Shown[] {
  return limited.filter((it) => {
    const same = limited.filter(({ metric, compared }) => metric === it.metric && compared === it.compared)
    const margins = same.map(({ margin }) => margin ?? 0)
    const narrow = it.compared === 'ratio' ? Math.max(...margins) : Math.min(...margins)
    return it === same.find(({ margin }) => (margin ?? 0) === narrow)
  })
}

function captionOf({ metric, compared }: Shown, of: { name: string; reference: string }): string {
  const words = { metric: metricName(metric), ...of }
  return compared === 'ratio'
    ? t('{metric} by {name}: ratio to {reference}', words)
    : t('{metric} by {name}: difference from {reference}', words)
}

function whiskersOf(attribute: unknown, { metric, compared }: Shown): Whisker[] {
  const judged = listAt(attribute, 'judged', 'members')
  return listAt(attribute, 'comparisons')
    .filter((one) => textAt(one, 'metric') === metric && textAt(one, 'against') !== 'rest')
    .map((one) => {
      const label = groupName(groupAt(one, 'group'))
      const member = judged.find(
        (it) =>
          textAt(it, 'rate') === metric &&
          groupName(groupAt(it, 'group')) === label &&
          textAt(it, 'compare') === compared,
      )
      // What was decided on is the interval of the family, which is wider than that of one comparison alone.
      const { value, low, high, method } = estimateAt(member ?? one, member ? 'estimate' : compared)
      const p = numberAt(one, 'pAdjusted')
      const sure = p === null ? '' : t('adjusted p {p}', { p: p < 0.001 ? '< 0.001' : figure(p) })
      return {
        label,
        value,
        low,
        high,
        verdict: textAt(member, 'judgement', 'verdict'),
        note: [method, sure].filter(Boolean).join(', '),
      }
    })
}

function Homogeneity({ attribute }: { attribute: unknown }) {
  const tests = listAt(attribute, 'homogeneity').filter((one) => numberAt(one, 'p') !== null)
  if (tests.length === 0) return null
  return (
    <p className={styles.muted}>
      {t('Whether all groups could share one rate:')}{' '}
      {tests
        .map((one) => {
          const p = numberAt(one, 'p') ?? 1
          const metric = metricName(textAt(one, 'metric') ?? '')
          return t('{metric} p {p}', { metric, p: p < 0.001 ? '< 0.001' : figure(p) })
        })
        .join(' · ')}
    </p>
  )
}
