import type { PlanInput } from './rules/terms.ts'

/** A middle organisation that starts on Tuesday 1 December 2026 and knows nothing of its gap yet. */
export function aPlanInput(change: Partial<PlanInput> = {}): PlanInput {
  return {
    schedule: { direction: 'forwards', start: '2026-12-01' },
    today: '2026-11-23',
    size: { people: 120, systems: 8, sites: 1, hasRunning27001: false },
    pace: 'steady',
    operatingMonths: 3,
    bodyLeadTimeWeeks: 10,
    openRefs: null,
    changes: {},
    ...change,
  }
}
