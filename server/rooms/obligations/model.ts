import type { Id, PersonId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export * as actLabels from './act/rules/labels.ts'
export type { ActClass, ActRole } from './act/rules/words.ts'

export type ObligationId = Id<'obligation'>

export const sourceKinds = ['law', 'contract', 'standard', 'commitment'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const obligationStates = [
  'identified',
  'applies',
  'not-applicable',
  'being-fulfilled',
  'reviewed',
  'withdrawn',
] as const
export type ObligationState = (typeof obligationStates)[number]

export type Body = {
  id: ObligationId
  version: number
  owner: PersonId | null
  /** how it is fulfilled, in words */
  fulfilment: string
  /** how many records it is fulfilled by */
  links: number
  reviewDueOn: string | null
}
export type Obligation = Body & { state: ObligationState }

/** What a move sets beside the state. */
export type Moved = {
  state: ObligationState
  reason?: string
  review?: { outcome: 'fulfilled' | 'gaps'; note: string; nextOn: string }
}

export type MoveRefusal =
  | { kind: 'not-now'; state: ObligationState }
  | { kind: 'owner-missing' }
  | { kind: 'fulfilment-missing' }
  | { kind: 'nothing-linked' }
  | { kind: 'review-in-the-past' }

type Outcome = Result<Moved, MoveRefusal>

/** Whether it applies is decided with a reason either way. */
export function decideApplies({ state }: Obligation, applies: boolean, reason: string): Outcome {
  if (state !== 'identified') return refuse({ kind: 'not-now', state })
  return ok({ state: applies ? 'applies' : 'not-applicable', reason })
}

/** An obligation is being fulfilled once somebody answers for it and says how. */
export function startFulfilling({ state, owner, fulfilment, links }: Obligation): Outcome {
  if (state !== 'applies') return refuse({ kind: 'not-now', state })
  if (owner === null) return refuse({ kind: 'owner-missing' })
  if (fulfilment.trim() === '' && links === 0) return refuse({ kind: 'fulfilment-missing' })
  return ok({ state: 'being-fulfilled' })
}

/** A review that finds it fulfilled names at least one record that shows it; one that finds gaps leaves it open. */
export function reviewObligation(
  { state, links }: Obligation,
  review: { outcome: 'fulfilled' | 'gaps'; note: string; nextOn: string },
  today: string,
): Outcome {
  if (state !== 'being-fulfilled' && state !== 'reviewed') return refuse({ kind: 'not-now', state })
  if (review.nextOn <= today) return refuse({ kind: 'review-in-the-past' })
  if (review.outcome === 'fulfilled' && links === 0) return refuse({ kind: 'nothing-linked' })
  return ok({ state: review.outcome === 'fulfilled' ? 'reviewed' : 'being-fulfilled', review })
}

/** Opens the question again whether it applies; what was decided stays in history. */
export function reconsider({ state }: Obligation, reason: string): Outcome {
  if (state === 'identified' || state === 'withdrawn') return refuse({ kind: 'not-now', state })
  return ok({ state: 'identified', reason })
}

/** Takes out of the register what does not belong there. */
export function withdraw({ state }: Obligation, reason: string): Outcome {
  if (state === 'withdrawn') return refuse({ kind: 'not-now', state })
  return ok({ state: 'withdrawn', reason })
}

/** Puts it back; whether it applies is asked anew. */
export function restore({ state }: Obligation): Outcome {
  if (state !== 'withdrawn') return refuse({ kind: 'not-now', state })
  return ok({ state: 'identified', reason: '' })
}
