import {
  type Cell,
  type Estimate,
  type GroupValue,
  marginal,
  type Rate,
  rateIds,
  type RateId,
  ratesOf,
  sizeOf,
} from '@assay/measures'

import type { ScoresRead } from '../count/count-scores.ts'
import type { PerformancePlan, PerformanceThreshold } from '../plan.ts'
import { attributesOf, countClassified } from './classified.ts'
import { denominatorOf, judgeBound, type JudgedThreshold, verdictOver } from './judged.ts'
import type { Measured, RoleSource } from './measured.ts'
import { calibrationsOf, isProbability, rankingOf, scoresOf, tablesBy } from './scored.ts'

export type PerformanceGroup = {
  group: GroupValue[]
  n: number
  tp: number
  fp: number
  fn: number
  tn: number
  rates: Record<RateId, Rate>
}

type Ranking = ReturnType<typeof rankingOf>

/** Measures how often predictions are right, for everybody and for each group. */
export async function measurePerformance(plan: PerformancePlan, source: RoleSource): Promise<Measured> {
  const { table, rows, rowsUsed, left, warnings, surprises } = await countClassified(source, plan)
  const attributes = [[], ...attributesOf(plan)]
  const score = plan.score
  const scored = score === undefined ? null : { ...plan, score }
  const read: ScoresRead | null = scored === null ? null : await scoresOf(source, scored, rows)
  const found = attributes.map((attribute) => {
    const margin = marginal(table, attribute).cells
    const cells = margin.length === 0 && attribute.length === 0 ? [nobody] : margin
    const ranking =
      read === null || scored === null ? [] : tablesBy(read, scored, attribute).map((it) => rankingOf(it, plan))
    return { attribute, groups: cells.map((cell) => groupOf(cell, plan)), ranking }
  })
  const judged = plan.thresholds.flatMap((bound, index) =>
    found
      .filter(({ attribute }) => bound.perGroup || attribute.length === 0)
      .flatMap(({ attribute, groups, ranking }) =>
        groups.map((group) => judgeGroup(bound, index, { attribute, group, ranking }, plan)),
      ),
  )
  const [overall, ...byAttribute] = found
  const withCalibration =
    read !== null && scored !== null && isProbability(read.tables)
      ? { calibration: calibrationsOf(read, scored, attributesOf(plan)) }
      : {}
  const scores =
    read === null ? {} : { scores: { mode: read.mode, bins: read.bins, rowsUsed: read.rowsUsed, left: read.left } }
  return {
    result: {
      positive: plan.positive,
      overall,
      attributes: byAttribute,
      ...scores,
      ...withCalibration,
      thresholds: judged,
    },
    ...verdictOver(judged),
    warnings,
    surprises,
    used: [{ role: source.role, rows, rowsUsed, left }],
  }
}

const nobody: Cell = { key: [], tp: 0, fp: 0, fn: 0, tn: 0 }

function groupOf(cell: Cell, { confidence }: PerformancePlan): PerformanceGroup {
  const { key, tp, fp, fn, tn } = cell
  return { group: key, n: sizeOf(cell), tp, fp, fn, tn, rates: ratesOf(cell, { confidence }) }
}

type Found = { attribute: string[]; group: PerformanceGroup; ranking: Ranking[] }

function judgeGroup(
  bound: PerformanceThreshold,
  index: number,
  { attribute, group, ranking }: Found,
  plan: PerformancePlan,
): JudgedThreshold {
  const rate = rateIds.find((it) => it === bound.metric)
  const { estimate, denominators } = rate === undefined ? ofRanking(ranking, group) : ofRate(rate, group)
  return judgeBound(bound, index, { estimate, denominators, attribute, group: group.group }, plan)
}

type Standing = { estimate: Estimate; denominators: { counted: string; count: number }[] }

function ofRate(rate: RateId, { rates }: PerformanceGroup): Standing {
  return { estimate: rates[rate], denominators: [denominatorOf(rate, rates[rate])] }
}

function ofRanking(ranking: Ranking[], { group, tp, fp, fn, tn }: PerformanceGroup): Standing {
  const found = ranking.find((it) => JSON.stringify(it.group) === JSON.stringify(group))
  const reason = 'there are no scores to rank'
  return {
    estimate: found?.auc ?? { value: null, low: null, high: null, method: null, reason },
    denominators: [
      { counted: 'favourable labels', count: tp + fn },
      { counted: 'unfavourable labels', count: fp + tn },
    ],
  }
}
