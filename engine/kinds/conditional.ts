import {
  type CellTable,
  type ConditionalComparison,
  conditionalParity,
  type Estimate,
  type GroupValue,
  judge,
  type Judgement,
  marginal,
  stratifiedGap,
} from '@assay/measures'
import { metric as metricWords, say as sayMeasured } from '@assay/measures/messages'
import type { ConditionalParity } from '../fairness-checks.ts'
import type { FairnessPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { attributesOf } from './classified.ts'
import { type ShownCounts, shownCounts } from './hidden-counts.ts'
import { denominatorOf, nameOf, wordsOf } from './judged.ts'
import { referenceOf } from './reference.ts'

/**
 * A group beside its reference with strata held alike: `difference` is weighted over them, `text` tells a reversal where there is one. Counts of
 * strata are null where too few people stand behind them to be shown.
 */
export type ConditionalRow = Omit<ConditionalComparison, 'stratum'> & {
  stratum: { key: GroupValue[]; group: ShownCounts; reference: ShownCounts }[]
  difference: Estimate
  text: string
  judged: Judgement | null
}

export type ConditionalResult = {
  attribute: string[]
  strata: string[]
  metric: string
  margin: number | null
  /** Strata of fewer people, of either side, are counted and not shown. */
  hiddenBelow: number
  comparisons: ConditionalRow[]
}

/** Compares the groups of every attribute within the factors that the plan names; judged together where it sets a margin. */
export function conditionalOf(table: CellTable, plan: FairnessPlan): ConditionalResult[] {
  return (plan.conditional ?? []).flatMap((asked, index) => {
    if (plan.label === undefined && (asked.metric ?? 'selection_rate') !== 'selection_rate') {
      refuse(`conditional.${index}.metric`, 'needs a label; without one only the selection rate is defined')
    }
    return attributesOf(plan)
      .filter((attribute) => asked.attributes?.includes(attribute.join(',')) ?? true)
      .map((attribute) => withinStrata(table, attribute, asked, { plan, index }))
  })
}

type Place = { plan: FairnessPlan; index: number }

function withinStrata(
  table: CellTable,
  attribute: string[],
  { strata, metric = 'selection_rate', margin }: ConditionalParity,
  { plan, index }: Place,
): ConditionalResult {
  if (strata.some((it) => attribute.includes(it))) {
    refuse(
      `conditional.${index}.strata`,
      `${strata.join(', ')} cannot be held alike among groups of ${attribute.join(' × ')}`,
    )
  }
  const reference = referenceOf(marginal(table, attribute).cells, attribute, { ...plan, compareWith: 'reference' })?.key
  const asked = { columns: attribute, strata, metric, confidence: plan.confidence, adjustment: plan.adjustment }
  const compared = conditionalParity(table, reference === undefined ? asked : { ...asked, reference })
  // Every group at 1 − α/m, so that all of them are right together.
  const confidence = 1 - (1 - plan.confidence) / Math.max(1, compared.length)
  const gapAt = (group: GroupValue[], other: GroupValue[], level: number) =>
    stratifiedGap(table, { rate: metric, attribute, group, reference: other, strata, confidence: level })
  const comparisons = compared.map((it): ConditionalRow => {
    const { adjusted, text } = gapAt(it.group, it.reference, plan.confidence)
    const told = { ...it, stratum: shownStrata(it, plan.minimumSize.show), difference: adjusted, text }
    if (margin === undefined) return { ...told, judged: null }
    const judged = judge({
      what: sayMeasured('rate-held-alike', {
        metric: metricWords(metric),
        group: wordsOf(it.group),
        other: wordsOf(it.reference),
        strata,
      }),
      estimate: withSpread(gapAt(it.group, it.reference, confidence).adjusted),
      margin: { least: -margin, most: margin },
      scale: 'difference',
      denominators: (['group', 'reference'] as const).map((side) => ({
        of: nameOf(it[side]),
        whose: wordsOf(it[side]),
        ...denominatorOf(metric, { denominator: shared(it, side) }),
      })),
      confidence,
      minimum: plan.minimumSize.verdict,
      suppressBelow: plan.minimumSize.show,
    })
    return { ...told, judged }
  })
  return { attribute, strata, metric, margin: margin ?? null, hiddenBelow: plan.minimumSize.show, comparisons }
}

function shownStrata({ stratum }: ConditionalComparison, show: number): ConditionalRow['stratum'] {
  const groups = shownCounts(
    stratum.map(({ group }) => group),
    show,
  )
  const references = shownCounts(
    stratum.map(({ reference }) => reference),
    show,
  )
  return stratum.map(({ key }, at) => ({
    key,
    group: groups[at] ?? nobody,
    reference: references[at] ?? nobody,
  }))
}

const nobody: ShownCounts = { numerator: null, denominator: null }

/** Only strata that hold people of both sides say anything about either. */
function shared({ stratum }: ConditionalComparison, side: 'group' | 'reference'): number {
  return stratum
    .filter(({ group, reference }) => group.denominator > 0 && reference.denominator > 0)
    .reduce((sum, it) => sum + it[side].denominator, 0)
}

/** Where all strata have rates of 0 or 1 the variance is 0, which is no certainty: such an interval decides nothing. */
function withSpread(estimate: Estimate): Estimate {
  return estimate.low === estimate.high ? { ...estimate, low: null, high: null, method: null } : estimate
}
