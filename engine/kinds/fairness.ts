import {
  type Assessment,
  assessGroups,
  type CellTable,
  type Comparison,
  compareGroups,
  compositeIds,
  type FamilyVerdict,
  type GroupResult,
  type GroupValue,
  judgeFamily,
  marginal,
  type RateId,
  rateIds,
  undefinedEstimate,
  type UnknownBounds,
  unknownBoundsOf,
  usualMetrics,
} from '@assay/measures'
import { group, type Said } from '@assay/measures/messages'
import type { FairnessPlan } from '../plan.ts'
import { say } from '../messages.ts'
import { refuse } from '../sources/problem.ts'
import { plannedSizes } from '../planned-sizes.ts'
import { attributesOf, type Classified, countClassified } from './classified.ts'
import { conditionalOf } from './conditional.ts'
import { verdictOver } from './judged.ts'
import { type Answered, answered } from './reasons-for.ts'
import { tablesOf } from './fairness-tables.ts'
import type { Measured, RoleSource } from './measured.ts'
import { mindSelectiveLabels } from './selective-labels.ts'
import { referenceOf } from './reference.ts'
import { calibrationsOf, isProbability, rankingOf, scoresOf, tablesBy, warningsOfScores } from './scored.ts'

/** An attribute measured, with its thresholds judged together; `judged` is null where the plan sets none for it. */
export type AttributeResult = Assessment & {
  /** Where people of unknown group are among the rows: how far they could move each comparison that is decided on. */
  unknownGroup?: (UnknownBounds & { metric: RateId; group: GroupValue[]; reference: GroupValue[] })[]
  judged: Pick<FamilyVerdict, 'members' | 'leftOut' | 'size'> | null
  verdict: FamilyVerdict['verdict'] | 'not-decided'
}

/**
 * Measures how decisions differ between groups, from the cells that were counted of the source. `fresh` is a test file, on which findings
 * of the search for subgroups are confirmed.
 */
export async function measureFairness(
  plan: FairnessPlan,
  source: RoleSource,
  { table, rows, rowsUsed, left, labels, warnings, surprises }: Classified,
  fresh: RoleSource | null,
): Promise<Measured> {
  if (fresh !== null && !plan.tables.includes('subgroups')) {
    refuse('test', 'confirms the findings of a search for subgroups; write tables: [subgroups] into the plan')
  }
  const selective = plan.label === undefined ? [] : mindSelectiveLabels(labels, plan.label)
  const other = fresh === null ? null : await countClassified(fresh, plan)
  const found = attributesOf(plan).map((attribute) => measureAttribute(table, attribute, plan))
  const conditional = conditionalOf(table, plan)
  const scored = await scoreResults(plan, source, rows)
  const texts = [
    ...found.flatMap(({ judged }) => judged ?? []),
    ...conditional.flatMap(({ comparisons }) => comparisons.flatMap(({ judged }) => judged ?? [])),
  ]
  return {
    result: {
      positive: plan.positive,
      labelled: plan.label !== undefined,
      attributes: found.map(({ result }) => result),
      ...(plan.conditional === undefined ? {} : { conditional }),
      ...sizesOf(plan, found),
      ...(await tablesOf(table, plan, source, other?.table ?? null)),
      ...scored.result,
    },
    ...verdictOver(texts),
    warnings: [
      ...warnings,
      ...selective,
      ...scored.warnings,
      ...(other?.warnings ?? []).map((warning) => say('of-test-file', { warning })),
    ],
    surprises: [...surprises, ...(other?.surprises ?? [])],
    used: [
      { role: source.role, rows, rowsUsed, left },
      ...(fresh === null || other === null
        ? []
        : [{ role: fresh.role, rows: other.rows, rowsUsed: other.rowsUsed, left: other.left }]),
    ],
  }
}

/** How many people each attribute's groups were to have, for thresholds that say what they expect. */
function sizesOf(plan: FairnessPlan, found: Found[]): object {
  if (plan.thresholds.every(({ expected }) => expected === undefined)) return {}
  const plannedFor = found.map(({ result }) => {
    const comparisons = Math.max(1, result.judged?.size ?? 0)
    const sizes = plannedSizes(plan, comparisons).filter(
      ({ threshold }) => plan.thresholds[threshold]?.attributes?.includes(result.attribute.join(',')) ?? true,
    )
    return { attribute: result.attribute, sizes }
  })
  return { plannedSizes: plannedFor }
}

type Found = { result: AttributeResult; judged: Answered[] | null }

function measureAttribute(table: CellTable, attribute: string[], plan: FairnessPlan): Found {
  const groups = marginal(table, attribute)
  const reference = referenceOf(groups.cells, attribute, plan)?.key
  const options = {
    metrics: familyMetrics(plan),
    adjustment: plan.adjustment,
    confidence: plan.confidence,
    replicates: plan.replicates,
    seed: plan.seed,
    ...(reference === undefined ? {} : { reference }),
    ...(plan.compareWith === 'rest' ? { also: ['rest' as const] } : {}),
  }
  const assessed = assessGroups(groups, options)
  const comparisons = [...assessed.comparisons, ...otherComparisons(groups, assessed, options, plan)]
  const family = familyOf(table, attribute, reference, plan)
  const result: AttributeResult = {
    ...(plan.label === undefined ? unlabelled(assessed) : assessed),
    comparisons,
    ...unknownOf(groups, reference, plan),
    judged: family === null ? null : { members: family.members, leftOut: family.leftOut, size: family.size },
    verdict: family?.verdict ?? 'not-decided',
  }
  if (family === null) return { result, judged: null }
  const texts = family.members.map(({ judgement }) => judgement)
  const nobody = answered(family.verdict, say('no-two-groups', { attribute: group(attribute) }))
  return { result, judged: texts.length > 0 ? texts : [nobody] }
}

/** Bounds over every way in which people of unknown group could belong to the others, where there are some. */
function unknownOf(
  groups: CellTable,
  reference: GroupValue[] | undefined,
  plan: FairnessPlan,
): Pick<AttributeResult, 'unknownGroup'> {
  const { columns: attribute, cells } = groups
  if (reference === undefined || reference.includes(null) || !cells.some(({ key }) => key.includes(null))) return {}
  const decided = thresholdsOn(attribute, plan).map(({ metric }) => metric)
  const metrics = decided.length === 0 ? (['selection_rate'] as const) : [...new Set(decided)]
  const { confidence } = plan
  return {
    unknownGroup: metrics.flatMap((metric) =>
      unknownBoundsOf(groups, { rate: metric, attribute, reference, confidence }).map((it) => ({
        metric,
        reference,
        ...it,
      })),
    ),
  }
}

function thresholdsOn(attribute: string[], { thresholds }: FairnessPlan) {
  return thresholds.filter((it) => it.attributes?.includes(attribute.join(',')) ?? true)
}

function familyOf(
  table: CellTable,
  attribute: string[],
  reference: GroupValue[] | undefined,
  plan: FairnessPlan,
): FamilyVerdict | null {
  const thresholds = thresholdsOn(attribute, plan)
  if (thresholds.length === 0) return null
  const metrics = thresholds.map(({ metric, comparison, margin }) => ({
    rate: metric,
    compare: comparison,
    margin: comparison === 'ratio' ? { least: margin, most: 1 / margin } : { least: -margin, most: margin },
  }))
  // A reference of unknown group would be left out by the family itself.
  const known = reference !== undefined && !reference.includes(null)
  return judgeFamily(table, {
    attribute,
    metrics,
    reference: plan.compareWith === 'rest' ? 'rest' : known ? { group: reference } : 'largest',
    confidence: plan.confidence,
    minimum: plan.minimumSize.verdict,
    adjustment: plan.adjustment,
  })
}

/** The test of a rate is that of its complement: counting it again would make the family larger than it is. */
const complements: Partial<Record<RateId, RateId>> = { fnr: 'tpr', tnr: 'fpr', fdr: 'ppv', for: 'npv' }

/** The rates whose tests are one family: the usual ones, and those that a threshold is set on. */
function familyMetrics({ label, thresholds }: FairnessPlan): RateId[] {
  if (label === undefined) return ['selection_rate']
  return [...new Set([...usualMetrics, ...thresholds.map(({ metric }) => complements[metric] ?? metric)])]
}

/** The other rates are compared too; their p values are those of the family's where it has their complement, else not adjusted. */
function otherComparisons(
  groups: CellTable,
  { comparisons }: Assessment,
  options: { metrics: RateId[]; confidence: number; reference?: GroupValue[] },
  { label }: FairnessPlan,
): Comparison[] {
  if (label === undefined) return []
  const metrics = rateIds.filter((it) => !options.metrics.includes(it))
  const name = (metric: RateId, group: GroupValue[]) => JSON.stringify([metric, group])
  const adjusted = new Map(comparisons.map((it) => [name(it.metric, it.group), it.pAdjusted]))
  return compareGroups(groups, 'reference', { ...options, metrics }).map((it) => ({
    ...it,
    pAdjusted: adjusted.get(name(complements[it.metric] ?? it.metric, it.group)) ?? null,
  }))
}

/** Without labels every row was counted as unfavourable in truth; whatever rests on that is undefined, not 0. */
function unlabelled(assessed: Assessment): Assessment {
  const { demographic_parity_difference, demographic_parity_ratio, statistical_parity_difference, disparate_impact } =
    assessed.summary
  const none = Object.fromEntries(Object.keys(assessed.summary).map((name) => [name, null]))
  const kept = {
    demographic_parity_difference,
    demographic_parity_ratio,
    statistical_parity_difference,
    disparate_impact,
  }
  return {
    ...assessed,
    overall: { ...assessed.overall, rates: selectionAlone(assessed.overall.rates) },
    groups: assessed.groups.map((it) => ({
      ...it,
      rates: selectionAlone(it.rates),
      composites: noComposites(it.composites),
    })),
    averageOdds: [],
    spread: assessed.spread.filter(({ metric }) => metric === 'selection_rate'),
    summary: { ...assessed.summary, ...none, ...kept },
  }
}

const noLabel = undefinedEstimate('the plan names no label')

function selectionAlone(rates: GroupResult['rates']): GroupResult['rates'] {
  const kept = { ...rates }
  for (const rate of rateIds) if (rate !== 'selection_rate') kept[rate] = { ...noLabel, numerator: 0, denominator: 0 }
  return kept
}

function noComposites(composites: GroupResult['composites']): GroupResult['composites'] {
  const kept = { ...composites }
  for (const name of compositeIds) kept[name] = noLabel
  return kept
}

async function scoreResults(
  plan: FairnessPlan,
  source: RoleSource,
  rows: number,
): Promise<{ result: object; warnings: Said[] }> {
  const { score, label } = plan
  if (score === undefined || label === undefined) return { result: {}, warnings: [] }
  const scored = { ...plan, score, label }
  const read = await scoresOf(source, scored, rows)
  const scores = {
    mode: read.mode,
    bins: read.bins,
    rowsUsed: read.rowsUsed,
    left: read.left,
    attributes: [[], ...attributesOf(plan)].map((attribute) => ({
      attribute,
      groups: tablesBy(read, scored, attribute).map((it) => rankingOf(it, plan)),
    })),
  }
  const warnings = warningsOfScores(read, score)
  if (!isProbability(read.tables)) return { result: { scores }, warnings }
  return { result: { scores, calibration: calibrationsOf(read, scored, attributesOf(plan)) }, warnings }
}
