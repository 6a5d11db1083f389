import { type NeededRows, type Plan, type PlannedSize, type Problem, rowsFor, sizePlan } from '@assay/engine'
import type { Io } from '../command.ts'

/**
 * Tells how many people or rows a plan needs, before anything is measured: of fairness for so many groups, of drift for a reference of
 * so many rows, of the others whatever number stands there. A problem where the plan does not say what it expects.
 */
export async function tellSizes(plan: Plan, size: string, json: boolean, io: Io): Promise<Problem[]> {
  const count = Number(size)
  if (!Number.isSafeInteger(count) || count < (plan.kind === 'fairness' ? 2 : 1)) {
    const message = `"${size}" is no number of ${plan.kind === 'fairness' ? 'groups; write --size=2 or more' : 'rows; write --size=1 or more'}`
    return [{ path: 'size', message }]
  }
  if (plan.kind !== 'fairness') return await tellRows(plan, count, json, io)
  if (plan.thresholds.every(({ expected }) => expected === undefined)) {
    const message =
      'needs a fairness threshold that says what it expects; write --expect METRIC=RATE, or expected: in the plan'
    return [{ path: 'size', message }]
  }
  const comparisons = (count - 1) * plan.thresholds.length
  const sizes = await sizePlan(plan, comparisons)
  io.out(json ? `${JSON.stringify({ groups: count, comparisons, sizes }, null, 2)}\n` : sizes.map(sentence).join(''))
  return []
}

async function tellRows(
  plan: Exclude<Plan, { kind: 'fairness' }>,
  reference: number,
  json: boolean,
  io: Io,
): Promise<Problem[]> {
  const rows = await rowsFor(plan, plan.kind === 'drift' ? reference : undefined)
  if (rows.length === 0) {
    const message =
      'has nothing to tell: no limit says what it expects; write --expect METRIC=VALUE, or expected: in the plan; of checks, a share that is asked of a population'
    return [{ path: 'size', message }]
  }
  io.out(json ? `${JSON.stringify({ rows }, null, 2)}\n` : rows.map(rowSentence).join(''))
  return []
}

function sentence({ metric, comparison, margin, expected, comparisons, needed }: PlannedSize): string {
  const { rate, reference, power } = expected
  const asked = `${metric}, ${comparison} ${margin}, expected ${rate} against ${reference}, ${comparisons} comparisons`
  if (needed === null) return `${asked}: no size passes, since what is expected lies outside of the margin.\n`
  return `${asked}: each group needs ${needed} in the rate's own denominator to pass with a chance of ${power}.\n`
}

function rowSentence({ about, measure, columns, bound, counted, expected, needed }: NeededRows): string {
  const limit = bound.least === null ? `at most ${bound.most}` : `at least ${bound.least}`
  const given = Object.entries(expected).map(([name, value]) => `${name} ${value}`)
  const of = [measure, ...columns].join(' ')
  const asked = `${of}, ${limit}${given.length > 0 ? `, with ${given.join(', ')}` : ''}`
  if (needed === null) return `${asked}: no size is enough.\n`
  switch (about) {
    case 'limit':
      return `${asked}: ${needed} ${counted} are needed to hold it.\n`
    case 'error-by-chance':
      return `${asked}: ${needed} ${counted} are needed so that scores without fault show no larger error.\n`
    case 'bins':
      return `${asked}: ${needed} ${counted} are needed so that each bin is known within ${bound.most}.\n`
    case 'no-change':
      return `${asked}: ${needed} ${counted} are needed so that a column without change passes.\n`
    case 'no-failure':
      return `${asked}: fewer than ${needed} ${counted} cannot show it, even without a single failure.\n`
  }
}
