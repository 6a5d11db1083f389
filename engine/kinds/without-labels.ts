import {
  besideRealised,
  type DecidedScores,
  performanceWithoutLabels,
  poolScores,
  type ScoreTable,
} from '@assay/measures'
import { countScores, scoreGroups } from '../count/count-scores.ts'
import { positiveOf } from '../count/positive.ts'
import { columnNamed, columnOrCondition, filterOf } from '../count/resolve.ts'
import type { DriftPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { countClassified } from './classified.ts'
import type { RoleSource } from './measured.ts'
import { isProbability } from './scored.ts'

/**
 * What performance is to be expected of a window whose labels are not known yet, from scores that the reference's labels calibrate; for
 * everybody and for each group. Where the window has labels already, the realised numbers stand beside it.
 */
export async function withoutLabelsOf(
  plan: DriftPlan & { score: string; prediction: string; label: string },
  reference: RoleSource,
  data: RoleSource,
  rows: number,
): Promise<object> {
  const { score, prediction, label, by } = plan
  const labelled = await scoresBy(plan, reference, score, label, rows)
  const decided = await scoresBy(plan, data, score, prediction, rows)
  if (!isProbability(labelled.tables) || !isProbability(decided.tables)) {
    refuse('score', `column "${score}" has values outside of 0 to 1; performance without labels needs probabilities`)
  }
  const estimated = {
    ...performanceWithoutLabels(labelled.tables, decided.tables.map(decidedScores), { seed: plan.seed }),
    counted: { reference: labelled.counted, current: decided.counted },
  }
  const hasLabels = data.columns.some(({ name }) => name === label)
  if (!hasLabels) return { withoutLabels: estimated }
  const { table, rowsUsed } = await countClassified(data, { ...plan, label, prediction, by, intersect: [] })
  return { withoutLabels: estimated, ...(rowsUsed === 0 ? {} : { realised: besideRealised(estimated, table.cells) }) }
}

async function scoresBy(
  plan: DriftPlan,
  source: RoleSource,
  score: string,
  answer: string,
  rows: number,
): Promise<{ tables: ScoreTable[]; counted: Counted }> {
  const asked = columnOrCondition(source, source.role, answer)
  const { tables, rowsUsed, left } = await countScores(source, {
    keys: plan.by.map((it) => columnNamed(source, 'by', it)),
    label: asked,
    positive: positiveOf(asked, plan.positive),
    score: columnNamed(source, 'score', score),
    filter: filterOf(source, 'filter', plan.filter),
    missing: plan.missing,
    rows,
  })
  const groups = scoreGroups(tables, plan.by, plan.by)
  return {
    tables: [...groups.values()].map((it) => poolScores(it, it[0]?.key ?? [])),
    counted: { rowsUsed, left: left.map((it) => ({ ...it, why: it.why.replace('the label', `"${answer}"`) })) },
  }
}

/** How many rows had a score and an answer, and why the others were left out. */
type Counted = { rowsUsed: number; left: { why: string; rows: number }[] }

/** Scores counted by decision instead of by label. */
function decidedScores({ key, scores }: ScoreTable): DecidedScores {
  return {
    key,
    scores: scores.map(({ score, positive, negative }) => ({ score, selected: positive, notSelected: negative })),
  }
}
