import type { FairnessPlan } from './plan.ts'
import type { PlannedSize } from './planned-sizes.ts'

/** `plannedSizes`, with the mathematics loaded only when somebody asks. */
export async function sizePlan(plan: FairnessPlan, comparisons: number): Promise<PlannedSize[]> {
  const { plannedSizes } = await import('./planned-sizes.ts')
  return plannedSizes(plan, comparisons)
}
