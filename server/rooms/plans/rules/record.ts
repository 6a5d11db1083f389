import { ok, refuse, type Result } from '#kernel/result.ts'

/** The version of all rules of the road together; every kept plan names it. Raise it when any rule calculates differently. */
export const planRulesVersion = '2026-11-22'

export const planStates = ['draft', 'adopted', 'superseded', 'discarded'] as const
export type PlanState = (typeof planStates)[number]

/** A plan as a record: one is adopted at a time, and what was adopted is never edited, only gone on from. */
export type PlanRecord = { id: string; version: number; name: string; replaces: string | null } & (
  | { state: 'draft' }
  | { state: 'adopted'; adoptedAt: Date }
  | { state: 'superseded'; adoptedAt: Date; supersededBy: string }
  | { state: 'discarded'; reason: string }
)

export type NotADraft = { kind: 'not-a-draft'; state: PlanState }

export function requireDraft(it: PlanRecord): Result<PlanRecord & { state: 'draft' }, NotADraft> {
  return it.state === 'draft' ? ok(it) : refuse({ kind: 'not-a-draft', state: it.state })
}

export type NotDiscarded = { kind: 'not-discarded'; state: PlanState }

export function requireDiscarded(it: PlanRecord): Result<PlanRecord & { state: 'discarded' }, NotDiscarded> {
  return it.state === 'discarded' ? ok(it) : refuse({ kind: 'not-discarded', state: it.state })
}
