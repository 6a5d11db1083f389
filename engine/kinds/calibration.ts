import type { Estimate } from '@assay/measures'
import { countRows } from '../count/count-rows.ts'
import { warningsOfNobody } from '../messages.ts'
import type { CalibrationPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { attributesOf } from './classified.ts'
import { judgeBound, type JudgedThreshold, verdictOver } from './judged.ts'
import type { Measured, RoleSource } from './measured.ts'
import { type CalibrationResult, calibrationsOf, scoresOf } from './scored.ts'

/** Measures whether scores are the chances that they say they are. */
export async function measureCalibration(plan: CalibrationPlan, source: RoleSource): Promise<Measured> {
  const [all] = await countRows(source, { keys: [], label: null, prediction: null, filter: null, missing: [] })
  const rows = all?.rows ?? 0
  if (rows === 0) refuse(source.role, 'holds no rows')
  const read = await scoresOf(source, plan, rows)
  if (read.rowsUsed === 0 && read.scoreless > 0) {
    refuse('score', `no row with a label has a number in "${plan.score}"; write numbers with a point, such as 0.5`)
  }
  const found = calibrationsOf(read, plan, attributesOf(plan))
  const judged = plan.thresholds.flatMap((bound, index) => {
    const asked = [{ attribute: [] as string[], of: found.overall }]
    if (bound.perGroup)
      for (const { attribute, groups } of found.attributes) asked.push(...groups.map((of) => ({ attribute, of })))
    return asked.map(
      ({ attribute, of }): JudgedThreshold =>
        judgeBound(
          bound,
          index,
          {
            estimate: estimateOf(of, bound.metric),
            attribute,
            group: of.group,
            denominators: [
              { counted: 'favourable labels', count: of.positives },
              { counted: 'unfavourable labels', count: of.rows - of.positives },
            ],
          },
          plan,
        ),
    )
  })
  return {
    result: { positive: plan.positive, score: plan.score, ...found, thresholds: judged },
    ...verdictOver(judged),
    warnings: warningsOfNobody(read.rowsUsed),
    surprises: [],
    used: [{ role: source.role, rows, rowsUsed: read.rowsUsed, left: read.left }],
  }
}

function estimateOf(of: CalibrationResult, metric: CalibrationPlan['thresholds'][number]['metric']): Estimate {
  if (metric === 'slope') return of.cox.slope
  if (metric === 'intercept') return of.cox.intercept
  return of.expectedToObserved
}
