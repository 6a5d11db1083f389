import {
  adjust,
  type Cell,
  type CellTable,
  comparePair,
  type Confusion,
  countsOf,
  type FamilyMember,
  type FamilyVerdict,
  type GroupValue,
  judgeFamily,
  marginal,
  type PairResult,
  type Rate,
  type RateId,
  rateIds,
  ratesOf,
  sizeOf,
  totalOf,
  undefinedEstimate,
  whyUndefined,
  withoutConfusion,
} from '@assay/measures'
import type { FairnessPlan } from '../plan.ts'
import { attributesOf, countClassified } from './classified.ts'
import { verdictOver } from './judged.ts'
import type { Measured, RoleSource } from './measured.ts'
import { referenceOf } from './reference.ts'
import { calibrationsOf, isProbability, rankingOf, scoresOf, tablesBy } from './scored.ts'

/** One group of an attribute: its confusion table and every rate. `small`: too few people to show beyond the house. */
export type GroupResult = Confusion & { group: GroupValue[]; n: number; small: boolean; rates: Record<RateId, Rate> }

/** A group's rate against the reference's; `reference` is null where that is everybody else. */
export type ComparisonResult = PairResult & {
  metric: RateId
  group: GroupValue[]
  reference: GroupValue[] | null
  pAdjusted: number | null
}

export type AttributeResult = {
  attribute: string[]
  reference: GroupValue[] | null
  groups: GroupResult[]
  comparisons: ComparisonResult[]
  /** The family of thresholds of this attribute, judged together; null where the plan sets none for it. */
  judged: { members: FamilyMember[]; leftOut: FamilyVerdict['leftOut']; size: number } | null
  verdict: FamilyVerdict['verdict'] | 'not-decided'
}

/** Measures how decisions differ between groups. */
export async function measureFairness(plan: FairnessPlan, source: RoleSource): Promise<Measured> {
  const { table, rows, rowsUsed, left, warnings, surprises } = await countClassified(source, plan)
  const found = attributesOf(plan).map((attribute) => measureAttribute(table, attribute, plan))
  const texts = found.flatMap(({ text }) => text ?? [])
  return {
    result: {
      positive: plan.positive,
      labelled: plan.label !== undefined,
      attributes: found.map(({ attribute }) => attribute),
      ...(await scoreResults(plan, source, rows)),
    },
    ...verdictOver(texts),
    warnings,
    surprises,
    used: [{ role: source.role, rows, rowsUsed, left }],
  }
}

type Found = { attribute: AttributeResult; text: { verdict: FamilyVerdict['verdict']; text: string }[] | null }

function measureAttribute(table: CellTable, attribute: string[], plan: FairnessPlan): Found {
  const { columns, cells } = marginal(table, attribute)
  const reference = referenceOf(cells, attribute, plan)
  const family = familyOf(table, attribute, reference, plan)
  const result: AttributeResult = {
    attribute,
    reference: reference?.key ?? null,
    groups: cells.map((cell) => groupOf(cell, plan)),
    comparisons: comparisonsOf({ columns, cells }, reference, plan),
    judged: family === null ? null : { members: family.members, leftOut: family.leftOut, size: family.size },
    verdict: family?.verdict ?? 'not-decided',
  }
  if (family === null) return { attribute: result, text: null }
  const texts = family.members.map(({ judgement }) => ({ verdict: judgement.verdict, text: judgement.text }))
  const nobody = { verdict: family.verdict, text: `${attribute.join(' × ')} has no two groups to compare.` }
  return { attribute: result, text: texts.length > 0 ? texts : [nobody] }
}

function familyOf(
  table: CellTable,
  attribute: string[],
  reference: Cell | null,
  plan: FairnessPlan,
): FamilyVerdict | null {
  const thresholds = plan.thresholds.filter((it) => it.attributes?.includes(attribute.join(',')) ?? true)
  if (thresholds.length === 0) return null
  const metrics = thresholds.map(({ metric, comparison, margin }) => ({
    rate: metric,
    compare: comparison,
    margin: comparison === 'ratio' ? { least: margin, most: 1 / margin } : { least: -margin, most: margin },
  }))
  // A reference of unknown group would be left out by the family itself.
  const known = reference !== null && !reference.key.includes(null)
  return judgeFamily(table, {
    attribute,
    metrics,
    reference: plan.compareWith === 'rest' ? 'rest' : known ? { group: reference.key } : 'largest',
    confidence: plan.confidence,
    minimum: plan.minimumSize.verdict,
    adjustment: plan.adjustment,
  })
}

const noLabel = 'the plan names no label'

function groupOf(cell: Cell, plan: FairnessPlan): GroupResult {
  const { key, tp, fp, fn, tn } = cell
  const n = sizeOf(cell)
  const rates = ratesOf(cell, { confidence: plan.confidence })
  if (plan.label === undefined) {
    for (const rate of rateIds) {
      if (rate !== 'selection_rate') rates[rate] = { ...undefinedEstimate(noLabel), numerator: 0, denominator: 0 }
    }
  }
  return { group: key, n, tp, fp, fn, tn, small: n < plan.minimumSize.show, rates }
}

/** The rates whose tests are one family, with those that a threshold is set on; others are shown and not adjusted. */
const usualFamily: RateId[] = ['selection_rate', 'tpr', 'fpr', 'ppv']
/** The test of a rate is that of its complement: counting it again would make the family larger than it is. */
const complements: Partial<Record<RateId, RateId>> = { fnr: 'tpr', tnr: 'fpr', fdr: 'ppv', for: 'npv' }

/** Every rate of every group against the reference; p values are adjusted over the family of the attribute. */
function comparisonsOf(table: CellTable, reference: Cell | null, plan: FairnessPlan): ComparisonResult[] {
  const all = totalOf(table)
  const others = table.cells.filter((it) => it !== reference)
  const metrics = rateIds.filter((it) => plan.label !== undefined || it === 'selection_rate')
  const compared = metrics.flatMap((metric) =>
    others.map((cell) => {
      const other = reference ?? withoutConfusion(all, cell)
      const pair = { group: countsOf(metric, cell), reference: countsOf(metric, other), without: whyUndefined(metric) }
      const result = comparePair(pair, { confidence: plan.confidence })
      return { metric, group: cell.key, reference: reference?.key ?? null, ...result }
    }),
  )
  const tested = (metric: RateId) => complements[metric] ?? metric
  const family = new Set([...usualFamily, ...plan.thresholds.map(({ metric }) => tested(metric))])
  const members = compared.filter(({ metric }) => family.has(metric))
  const adjusted = adjust(
    members.map(({ p }) => p),
    plan.adjustment,
  )
  const name = (metric: RateId, group: GroupValue[]) => JSON.stringify([tested(metric), group])
  const byName = new Map(members.map(({ metric, group }, index) => [name(metric, group), adjusted[index] ?? null]))
  return compared.map((it) => ({ ...it, pAdjusted: byName.get(name(it.metric, it.group)) ?? null }))
}

async function scoreResults(plan: FairnessPlan, source: RoleSource, rows: number): Promise<object> {
  const { score, label } = plan
  if (score === undefined || label === undefined) return {}
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
  if (!isProbability(read.tables)) return { scores }
  return { scores, calibration: calibrationsOf(read, scored, attributesOf(plan)) }
}
