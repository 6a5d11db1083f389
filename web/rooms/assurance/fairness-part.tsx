import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { CalibrationPart } from './calibration-part.tsx'
import { Conflicts } from './conflicts.tsx'
import { ForestPlot, type Whisker } from './forest-plot.tsx'
import { ImpactTables } from './impact-tables.tsx'
import { GroupTable } from './group-table.tsx'
import { at, estimateAt, groupAt, listAt, numberAt, textAt } from './result.ts'
import { figure, groupName, metricName } from './words.ts'

/** Group differences with their intervals, every group's own rates, and what cannot be equal at once. */
export function FairnessPart({ result, definition }: { result: unknown; definition: unknown }) {
  return (
    <>
      {listAt(result, 'attributes').map((attribute) => (
        <Attribute key={groupName(groupAt(attribute, 'attribute'))} attribute={attribute} definition={definition} />
      ))}
      <ImpactTables result={result} />
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
        {metricsOf(attribute, definition).map((metric) => (
          <ForestPlot
            key={metric}
            rows={whiskersOf(attribute, metric)}
            margin={marginOf(definition, metric)}
            caption={t('{metric}: difference from {reference}', { metric: metricName(metric), reference })}
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

/** Metrics with a limit first; where no limit is set, those that were tested together. */
function metricsOf(attribute: unknown, definition: unknown): string[] {
  const limited = listAt(definition, 'thresholds').map((one) => textAt(one, 'metric'))
  const tested = listAt(attribute, 'family', 'metrics').map((one) => (typeof one === 'string' ? one : null))
  const all = [...limited, ...tested].filter((it) => it !== null)
  const known = new Set(listAt(attribute, 'comparisons').map((one) => textAt(one, 'metric')))
  return [...new Set(all)].filter((metric) => known.has(metric)).slice(0, 4)
}

function marginOf(definition: unknown, metric: string): number | null {
  const found = listAt(definition, 'thresholds').find(
    (one) => textAt(one, 'metric') === metric && textAt(one, 'comparison') === 'difference',
  )
  return numberAt(found, 'margin')
}

function whiskersOf(attribute: unknown, metric: string): Whisker[] {
  const judged = listAt(attribute, 'judged', 'members')
  return listAt(attribute, 'comparisons')
    .filter((one) => textAt(one, 'metric') === metric && textAt(one, 'against') !== 'rest')
    .map((one) => {
      const label = groupName(groupAt(one, 'group'))
      const member = judged.find(
        (it) =>
          textAt(it, 'rate') === metric &&
          groupName(groupAt(it, 'group')) === label &&
          textAt(it, 'compare') === 'difference',
      )
      // What was decided on is the interval of the family, which is wider than that of one comparison alone.
      const { value, low, high, method } = estimateAt(member ?? one, member ? 'estimate' : 'difference')
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
