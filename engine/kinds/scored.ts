import {
  aucOf,
  type Calibration,
  calibrationByGroup,
  calibrationOf,
  type GroupValue,
  ksOfScores,
  poolScores,
  rocPoints,
  type ScoreTable,
  thinned,
} from '@assay/measures'
import type { Said } from '@assay/measures/messages'
import { countScores, scoreGroups, type ScoresRead } from '../count/count-scores.ts'
import { positiveOf } from '../count/positive.ts'
import { columnNamed, columnOrCondition, filterOf } from '../count/resolve.ts'
import { say } from '../messages.ts'
import { refuse } from '../sources/problem.ts'
import { groupingColumns } from './classified.ts'
import type { RoleSource } from './measured.ts'

export type ScoredPlan = {
  label: string
  positive: string
  score: string
  by: string[]
  intersect: string[][]
  filter?: string | undefined
  missing: string[]
  confidence: number
  seed: number
}

/** Counts the scores of a plan; `rows` decides whether exactly or on a grid. */
export async function scoresOf(source: RoleSource, plan: ScoredPlan, rows: number): Promise<ScoresRead> {
  const label = columnOrCondition(source, 'label', plan.label)
  return await countScores(source, {
    keys: groupingColumns(plan).map((it) => columnNamed(source, 'by', it)),
    label,
    positive: positiveOf(label, plan.positive),
    score: columnNamed(source, 'score', plan.score),
    filter: filterOf(source, 'filter', plan.filter),
    missing: plan.missing,
    rows,
  })
}

/** The tables of one attribute, one for each group; of nothing, one table of all. */
export function tablesBy(read: ScoresRead, plan: ScoredPlan, attribute: string[]): ScoreTable[] {
  const groups = scoreGroups(read.tables, groupingColumns(plan), attribute)
  return [...groups.values()].map((tables) => poolScores(tables, tables[0]?.key ?? []))
}

/** How well scores rank, with a curve for drawing. */
export function rankingOf({ key, scores }: ScoreTable, { confidence }: { confidence: number }) {
  const auc = aucOf(scores, { confidence })
  return { group: key, auc, ks: ksOfScores(scores), roc: thinned(rocPoints(scores)).map((it) => ({ ...it })) }
}

export function isProbability(tables: ScoreTable[]): boolean {
  return tables.every(({ scores }) => (scores[0]?.score ?? 0) >= 0 && (scores.at(-1)?.score ?? 0) <= 1)
}

/** What of the scores was left out of a measurement that is about more than scores. */
export function warningsOfScores(read: ScoresRead, score: string): Said[] {
  const { scoreless, rowsUsed, tables } = read
  const lacking = scoreless === 0 ? [] : [say('scores-missing', { rows: scoreless, score, others: rowsUsed })]
  if (isProbability(tables)) return lacking
  return [...lacking, say('scores-outside', { score })]
}

export type CalibrationResult = Omit<Calibration, 'key'> & { group: GroupValue[] }

/** Calibration of all and, by attribute, of each group. Throws Refused for scores that are no probabilities. */
export function calibrationsOf(read: ScoresRead, plan: ScoredPlan & { bins?: number }, attributes: string[][]) {
  if (!isProbability(read.tables)) {
    refuse(
      'score',
      `column "${plan.score}" has values outside of 0 to 1; calibration is about probabilities, so scale them or measure performance instead`,
    )
  }
  const options = {
    seed: plan.seed,
    confidence: plan.confidence,
    ...(plan.bins === undefined ? {} : { bins: plan.bins }),
  }
  return {
    mode: read.mode,
    bins: read.bins,
    overall: named(calibrationOf(poolScores(read.tables), options)),
    attributes: attributes.map((attribute) => {
      const { groups, interaction } = calibrationByGroup(tablesBy(read, plan, attribute), options)
      return { attribute, groups: groups.map(named), interaction }
    }),
  }
}

function named({ key, ...rest }: Calibration): CalibrationResult {
  return { group: key, ...rest }
}
