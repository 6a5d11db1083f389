import type { Id } from '#kernel/id.ts'
import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Answers } from './rules/answers.ts'
import type { CallKind, Decision, Depth, Occasion, State } from './rules/words.ts'

export * as words from './rules/words.ts'
export { type Affected, type Answers, type Consulted, type Impact, type Misuse, noAnswers } from './rules/answers.ts'
export { missingFrom, monthsAfter, type Problem, type Submission } from './rules/complete.ts'
export { type DepthFound, depthOf, type Screening } from './rules/depth.ts'
export { type AnswerName, type Head, headsOf, unanswered, type ViewName, views } from './rules/views.ts'

export type ImpactAssessmentId = Id<'impact-assessment'>

export const permissions = {
  'impact-assessments:read': readers,
  'impact-assessments:write': workers,
  'impact-assessments:approve': { ...managers, approver: 'any' },
  'impact-assessments:set-rules': managers,
} satisfies Permissions

/** What every edition carries, whatever its state. `decision` and `reviewDueOn` are proposals until it is approved. */
export type Body = {
  id: ImpactAssessmentId
  version: number
  system: string
  edition: number
  occasion: Occasion
  occasionNote: string
  answers: Answers
  depth: Depth | null
  decision: Decision | null
  reviewDueOn: string | null
  authors: string[]
}

/** `seq` is the entry of the log in which it was approved; `again`: it confirmed answers that had been approved before. */
export type Approval = { by: string; on: string; seq: number; note: string; again?: true }
export type Submitted = { by: string; on: string }
/** Why an approved assessment has to be looked at again. */
export type Call = { kind: CallKind; cause: string | null; note: string; on: string }

/** What is known once it was submitted: nothing of it is open any more. */
type Whole = { depth: Depth; decision: Decision; reviewDueOn: string; submitted: Submitted }

/** Where it stood when it was withdrawn. */
type Was = { state: 'drafting'; returnedNote: string } | { state: 'in-review'; submitted: Submitted }

export type ImpactAssessment = Body &
  (
    | { state: 'drafting'; returnedNote: string }
    | ({ state: 'in-review' } & Whole)
    | ({ state: 'approved'; approval: Approval } & Whole)
    | ({ state: 'reopened'; approval: Approval; calls: [Call, ...Call[]] } & Whole)
    | ({ state: 'superseded'; approval: Approval; supersededOn: string } & Whole)
    | { state: 'withdrawn'; reason: string; was: Was }
  )
export type In<Name extends State> = Extract<ImpactAssessment, { state: Name }>

export type WrongState = { kind: 'wrong-state'; state: State }
type Person = { id: string; name: string }
export type ApproveRefusal =
  | WrongState
  | { kind: 'approver-is-author'; mayApprove: Person[] }
  | { kind: 'invite-an-approver' }

/** Asks another person to approve it; the caller has seen that nothing is missing. */
export function submit(it: ImpactAssessment, by: string, on: string): Result<In<'in-review'>, WrongState> {
  if (it.state !== 'drafting') return refuse({ kind: 'wrong-state', state: it.state })
  const { depth, decision, reviewDueOn } = it
  if (depth === null || decision === null || reviewDueOn === null) throw new Error('submitted though something is open')
  const { returnedNote: _, ...body } = it
  return ok({ ...body, depth, decision, reviewDueOn, state: 'in-review', submitted: { by, on } })
}

/** Back to its authors, with what has to be different. */
export function sendBack(it: ImpactAssessment, note: string): Result<In<'drafting'>, WrongState> {
  if (it.state !== 'in-review') return refuse({ kind: 'wrong-state', state: it.state })
  const { submitted: _, ...body } = it
  return ok({ ...body, state: 'drafting', returnedNote: note })
}

/** Approved by somebody who can say no: nobody approves what they wrote. */
export function approve(
  it: ImpactAssessment,
  approval: Approval,
  mayApprove: readonly Person[],
): Result<In<'approved'>, ApproveRefusal> {
  if (it.state !== 'in-review') return refuse({ kind: 'wrong-state', state: it.state })
  if (it.authors.includes(approval.by)) {
    const others = mayApprove.filter(({ id }) => !it.authors.includes(id))
    return others.length > 0
      ? refuse({ kind: 'approver-is-author', mayApprove: others })
      : refuse({ kind: 'invite-an-approver' })
  }
  return ok({ ...it, state: 'approved', approval })
}

/** A later edition was approved in its place. */
export function supersede(it: In<'approved'> | In<'reopened'>, on: string): In<'superseded'> {
  const { state: _, ...body } = it
  if ('calls' in body) {
    const { calls: _calls, ...rest } = body
    return { ...rest, state: 'superseded', supersededOn: on }
  }
  return { ...body, state: 'superseded', supersededOn: on }
}

/** Something happened that calls for a new look. The decision holds on until another one is approved. */
export function reopen(
  it: ImpactAssessment,
  call: Call,
): Result<In<'reopened'>, WrongState | { kind: 'called-already' }> {
  if (it.state === 'approved') return ok({ ...it, state: 'reopened', calls: [call] })
  if (it.state !== 'reopened') return refuse({ kind: 'wrong-state', state: it.state })
  const known = it.calls.some(
    ({ kind, cause, note }) => kind === call.kind && cause === call.cause && note === call.note,
  )
  if (known) return refuse({ kind: 'called-already' })
  return ok({ ...it, calls: [...it.calls, call] })
}

/** Looked at again and found to hold: the same answers, a new approval by another person than their authors, a new day. */
export function reaffirm(
  it: ImpactAssessment,
  approval: Approval,
  reviewDueOn: string,
  mayApprove: readonly Person[],
): Result<In<'approved'>, ApproveRefusal> {
  if (it.state !== 'approved' && it.state !== 'reopened') return refuse({ kind: 'wrong-state', state: it.state })
  const { state: _, ...rest } = it
  const { calls: _calls, ...body } = 'calls' in rest ? rest : { ...rest, calls: [] }
  return approve({ ...body, state: 'in-review', reviewDueOn }, { ...approval, again: true }, mayApprove)
}

/** Ends one that nobody wants; what was approved is never withdrawn, only followed by another edition. */
export function withdraw(it: ImpactAssessment, reason: string): Result<In<'withdrawn'>, WrongState> {
  if (it.state !== 'drafting' && it.state !== 'in-review') return refuse({ kind: 'wrong-state', state: it.state })
  const { id, version, system, edition, occasion, occasionNote, answers, depth, decision, reviewDueOn, authors } = it
  const body = { id, version, system, edition, occasion, occasionNote, answers, depth, decision, reviewDueOn, authors }
  const was: Was =
    it.state === 'drafting'
      ? { state: it.state, returnedNote: it.returnedNote }
      : { state: it.state, submitted: it.submitted }
  return ok({ ...body, state: 'withdrawn', reason, was })
}

export type RestoreRefusal = WrongState | { kind: 'edition-open' } | { kind: 'later-edition' }

/** Undoes withdrawing, as long as nobody has begun another edition for the system since. */
export function restore(
  it: ImpactAssessment,
  editions: { open: boolean; last: number },
): Result<In<'drafting'> | In<'in-review'>, RestoreRefusal> {
  if (it.state !== 'withdrawn') return refuse({ kind: 'wrong-state', state: it.state })
  if (editions.open) return refuse({ kind: 'edition-open' })
  if (editions.last > it.edition) return refuse({ kind: 'later-edition' })
  const { was, state: _state, reason: _reason, ...body } = it
  if (was.state === 'drafting') return ok({ ...body, ...was })
  const { depth, decision, reviewDueOn } = body
  if (depth === null || decision === null || reviewDueOn === null) throw new Error('withdrawn from review though open')
  return ok({ ...body, ...was, depth, decision, reviewDueOn })
}
