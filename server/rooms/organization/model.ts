import { managers, type Permissions, readers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export const permissions = {
  'context:read': readers,
  'context:edit': { ...managers, contributor: 'any' },
  'context:review': managers,
} satisfies Permissions

export const issueTopics = [
  'climate',
  'law',
  'technology',
  'market',
  'society',
  'strategy',
  'culture',
  'resources',
  'other',
] as const
export const partyKinds = [
  'customer',
  'regulator',
  'affected-people',
  'employee',
  'supplier',
  'partner',
  'owner',
  'community',
  'other',
] as const
export const requirementBases = ['law', 'contract', 'expectation'] as const
export const requirementDecisions = ['undecided', 'taken-on', 'not-taken-on'] as const
export const reviewSubjects = ['context', 'interested-parties', 'scope'] as const
export type ReviewSubject = (typeof reviewSubjects)[number]

export type Withdrawable = { state: 'current' } | { state: 'withdrawn'; reason: string }

export type WithdrawRefusal = { kind: 'already-withdrawn' }

/** Issues, parties and processes are not deleted: they are withdrawn with a reason, and can be restored. */
export function withdraw<It extends object>(
  it: It & Withdrawable,
  reason: string,
): Result<It & { state: 'withdrawn'; reason: string }, WithdrawRefusal> {
  return it.state === 'withdrawn' ? refuse({ kind: 'already-withdrawn' }) : ok({ ...it, state: 'withdrawn', reason })
}

/** “Not relevant” is an answer, climate change included, when it says why: in the words on its effect. */
export function saysWhyNot({ relevant, effect }: { relevant: boolean; effect: string }): boolean {
  return relevant || effect.trim() !== ''
}

export type TakeOnRefusal = { kind: 'not-taken-on' } | { kind: 'party-withdrawn' }

/** What stands in a register is taken on: an open decision is made by carrying it over, one against it is not overruled. */
export function takeOn({
  decision,
  partyState,
}: {
  decision: (typeof requirementDecisions)[number]
  partyState: 'current' | 'withdrawn'
}): Result<{ tookOn: boolean }, TakeOnRefusal> {
  if (partyState === 'withdrawn') return refuse({ kind: 'party-withdrawn' })
  return decision === 'not-taken-on' ? refuse({ kind: 'not-taken-on' }) : ok({ tookOn: decision === 'undecided' })
}

export type ReviewRefusal = { kind: 'reviewed-in-the-future' } | { kind: 'due-before-review' }

/** A review happened on a day that is not ahead of us, and the next is due after it. */
export function acceptReview(
  review: { reviewedOn: string; nextDueOn: string },
  today: string,
): Result<null, ReviewRefusal> {
  if (review.reviewedOn > today) return refuse({ kind: 'reviewed-in-the-future' })
  return review.nextDueOn <= review.reviewedOn ? refuse({ kind: 'due-before-review' }) : ok(null)
}

/** What the profile still lacks before context and scope can be judged, in words. */
export function missingOf(profile: {
  sector: string | null
  purpose: string
  peopleCount: number | null
  euPresence: boolean | null
  topManagement: readonly unknown[]
}): string[] {
  return [
    profile.sector === null ? 'the sector' : null,
    profile.purpose.trim() === '' ? 'what the organization does with AI and why' : null,
    profile.peopleCount === null ? 'how many people work here' : null,
    profile.euPresence === null ? 'whether it is present in the EU' : null,
    profile.topManagement.length === 0 ? 'who top management is' : null,
  ].filter((missing) => missing !== null)
}
