import { type Plan, type PlannedSize, type Problem, sizePlan } from '@assay/engine'
import type { Io } from '../command.ts'

/**
 * Tells how many people each of so many groups needs, before anything is measured. A problem where the plan does not say what it expects.
 */
export async function tellSizes(plan: Plan, groups: string, json: boolean, io: Io): Promise<Problem[]> {
  const count = Number(groups)
  if (!Number.isSafeInteger(count) || count < 2) {
    return [{ path: 'size', message: `"${groups}" is no number of groups; write --size=2 or more` }]
  }
  if (plan.kind !== 'fairness' || plan.thresholds.every(({ expected }) => expected === undefined)) {
    const message =
      'needs a fairness threshold that says what it expects; write --expect METRIC=RATE, or expected: in the plan'
    return [{ path: 'size', message }]
  }
  const comparisons = (count - 1) * plan.thresholds.length
  const sizes = await sizePlan(plan, comparisons)
  io.out(json ? `${JSON.stringify({ groups: count, comparisons, sizes }, null, 2)}\n` : sizes.map(sentence).join(''))
  return []
}

function sentence({ metric, comparison, margin, expected, comparisons, needed }: PlannedSize): string {
  const { rate, reference, power } = expected
  const asked = `${metric}, ${comparison} ${margin}, expected ${rate} against ${reference}, ${comparisons} comparisons`
  if (needed === null) return `${asked}: no size passes, since what is expected lies outside of the margin.\n`
  return `${asked}: each group needs ${needed} in the rate's own denominator to pass with a chance of ${power}.\n`
}
