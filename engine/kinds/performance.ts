import {
  assessGroups,
  type Cell,
  compositeIds,
  type Estimate,
  type GroupResult,
  marginal,
  rateIds,
  undefinedEstimate,
} from '@assay/measures'

import type { ScoresRead } from '../count/count-scores.ts'
import type { PerformancePlan, PerformanceThreshold } from '../plan.ts'
import { attributesOf, type Classified } from './classified.ts'
import { denominatorOf, judgeBound, type JudgedThreshold, verdictOver } from './judged.ts'
import type { Measured, RoleSource } from './measured.ts'
import { mindSelectiveLabels } from './selective-labels.ts'
import { calibrationsOf, isProbability, rankingOf, scoresOf, tablesBy, warningsOfScores } from './scored.ts'

type Ranking = ReturnType<typeof rankingOf>

/** Everybody, or the groups of one attribute, with how their scores rank. */
export type PerformanceAttribute = { attribute: string[]; groups: GroupResult[]; ranking: Ranking[] }

/** Measures how often predictions are right, for everybody and for each group, from the cells that were counted of the source. */
export async function measurePerformance(
  plan: PerformancePlan,
  source: RoleSource,
  { table, rows, rowsUsed, left, labels, warnings, surprises }: Classified,
): Promise<Measured> {
  const selective = mindSelectiveLabels(labels, plan.label)
  const attributes = [[], ...attributesOf(plan)]
  const score = plan.score
  const scored = score === undefined ? null : { ...plan, score }
  const read: ScoresRead | null = scored === null ? null : await scoresOf(source, scored, rows)
  const found = attributes.map((attribute) => {
    const margin = marginal(table, attribute)
    const cells = margin.cells.length === 0 && attribute.length === 0 ? [nobody] : margin.cells
    const { confidence, replicates, seed } = plan
    const { groups } = assessGroups({ columns: attribute, cells }, { confidence, replicates, seed })
    const ranking =
      read === null || scored === null ? [] : tablesBy(read, scored, attribute).map((it) => rankingOf(it, plan))
    return { attribute, groups, ranking }
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
    warnings: [
      ...warnings,
      ...selective,
      ...(read === null || score === undefined ? [] : warningsOfScores(read, score)),
    ],
    surprises,
    used: [{ role: source.role, rows, rowsUsed, left }],
  }
}

const nobody: Cell = { key: [], tp: 0, fp: 0, fn: 0, tn: 0 }

type Found = { attribute: string[]; group: GroupResult; ranking: Ranking[] }

function judgeGroup(
  bound: PerformanceThreshold,
  index: number,
  { attribute, group, ranking }: Found,
  plan: PerformancePlan,
): JudgedThreshold {
  const { estimate, denominators } = standingOf(bound.metric, group, ranking)
  return judgeBound(bound, index, { estimate, denominators, attribute, group: group.group }, plan)
}

type Standing = { estimate: Estimate; denominators: { counted: string; count: number }[] }

function standingOf(metric: PerformanceThreshold['metric'], group: GroupResult, ranking: Ranking[]): Standing {
  const rate = rateIds.find((it) => it === metric)
  if (rate !== undefined) return { estimate: group.rates[rate], denominators: [denominatorOf(rate, group.rates[rate])] }
  const composite = compositeIds.find((it) => it === metric)
  const found = ranking.find((it) => JSON.stringify(it.group) === JSON.stringify(group.group))
  return {
    estimate: composite === undefined ? (found?.auc ?? noScores) : group.composites[composite],
    denominators: [
      { counted: 'favourable labels', count: group.tp + group.fn },
      { counted: 'unfavourable labels', count: group.fp + group.tn },
    ],
  }
}

const noScores = undefinedEstimate('there are no scores to rank')
