import type { NeededRows } from './needed-rows.ts'
import type { FairnessPlan, Plan } from './plan.ts'
import type { PlannedSize } from './planned-sizes.ts'

/** `plannedSizes`, with the mathematics loaded only when somebody asks. */
export async function sizePlan(plan: FairnessPlan, comparisons: number): Promise<PlannedSize[]> {
  const { plannedSizes } = await import('./planned-sizes.ts')
  return plannedSizes(plan, comparisons)
}

/** `neededRows`, likewise. */
export async function rowsFor(plan: Exclude<Plan, { kind: 'fairness' }>, reference?: number): Promise<NeededRows[]> {
  const { neededRows } = await import('./needed-rows.ts')
  return neededRows(plan, reference)
}
