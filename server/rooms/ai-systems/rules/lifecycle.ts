import type { Id, PersonId } from '#kernel/id.ts'
import type { Autonomy, IndividualDecisions, IntakeState, State } from './words.ts'

export type AiSystemId = Id<'ai-system'>

export type Approval = { on: string; by: PersonId | null; note: string }
export type Verification = { on: string; by: PersonId | null; result: string }

/** What is known of the system's way so far. Each is null where it did not happen, or happened before it was recorded here. */
export type Way = {
  approval: Approval | null
  developmentStartedOn: string | null
  verification: Verification | null
  startedOn: string | null
}

export type RetirableState = 'approved' | 'in-development' | 'verified' | 'in-use' | 'suspended'

/** The states of an AI system's life, each with what must be known by then. `since` is the day it came into this state. */
export type Lifecycle = Way & { since: string } & (
    | { state: 'proposed' }
    | { state: 'dismissed'; reason: string; duplicateOf: AiSystemId | null }
    | { state: 'approved'; approval: Approval }
    | { state: 'in-development' }
    | { state: 'verified'; verification: Verification }
    | { state: 'in-use' }
    | { state: 'suspended'; reason: string }
    | { state: 'retired'; reason: string; from: RetirableState; suspensionReason: string }
  )

export const moves = [
  'approve',
  'start-development',
  'verify',
  'put-into-use',
  'suspend',
  'resume',
  'retire',
  'dismiss',
  'take-back',
] as const
export type Move = (typeof moves)[number]

/** What the rules look at; the page holds the same and so shows the same reasons. */
export type MoveSubject = {
  state: State
  intake: IntakeState | null
  owner: string | null
  purpose: string
  intendedUsers: string
  humanOversight: string
  autonomy: Autonomy | null
  individualDecisions: IndividualDecisions | null
  approved: boolean
  developed: boolean
  verified: boolean
}

export type Problem = { path: string; message: string }
export type MoveRefusal =
  | { kind: 'wrong-state'; state: State; move: Move }
  | { kind: 'intake-open' }
  | { kind: 'incomplete'; problems: Problem[] }
  | { kind: 'approved-already' }
  | { kind: 'approval-missing' }
  | { kind: 'nothing-to-take-back' }
  | { kind: 'in-the-future' }
  | { kind: 'before-last-step'; since: string }

const from: Record<Move, readonly State[]> = {
  // a system found already running is approved afterwards, and stays in its state
  approve: ['proposed', 'in-development', 'verified', 'in-use', 'suspended'],
  'start-development': ['approved', 'verified'],
  // what is bought or called over an API is verified without development of one's own
  verify: ['approved', 'in-development'],
  'put-into-use': ['verified'],
  suspend: ['in-use'],
  resume: ['suspended'],
  retire: ['approved', 'in-development', 'verified', 'in-use', 'suspended'],
  dismiss: ['proposed'],
  'take-back': ['approved', 'in-development', 'verified', 'in-use', 'retired', 'dismissed'],
}

/** Why this move cannot be made, or null where it can. */
export function refusalOf(move: Move, it: MoveSubject): MoveRefusal | null {
  if (!from[move].includes(it.state)) return { kind: 'wrong-state', state: it.state, move }
  if (move === 'approve') return refusalOfApproval(it)
  if (move === 'take-back') return refusalOfTakingBack(it)
  if (move === 'put-into-use' && !it.approved) return { kind: 'approval-missing' }
  const problems = move === 'put-into-use' || move === 'resume' ? missingForUse(it) : []
  if (problems.length > 0) return { kind: 'incomplete', problems }
  return null
}

function refusalOfApproval(it: MoveSubject): MoveRefusal | null {
  if (it.approved) return { kind: 'approved-already' }
  if (it.intake === 'open') return { kind: 'intake-open' }
  const problems = missingForApproval(it)
  return problems.length > 0 ? { kind: 'incomplete', problems } : null
}

/** A suspended system is resumed instead; what was registered as running has no step before it. */
function refusalOfTakingBack(it: MoveSubject): MoveRefusal | null {
  const nothing =
    (it.state === 'in-development' && !it.approved) ||
    (it.state === 'in-use' && !it.verified) ||
    (it.state === 'verified' && !it.approved && !it.developed)
  return nothing ? { kind: 'nothing-to-take-back' } : null
}

/** A step happened today or earlier, and not before the step that it follows; an approval may be told afterwards. */
export function refusalOfDay(move: Move, life: Lifecycle, on: string, today: string): MoveRefusal | null {
  if (on > today) return { kind: 'in-the-future' }
  const follows = move !== 'approve' && move !== 'dismiss' && move !== 'take-back'
  return follows && on < life.since ? { kind: 'before-last-step', since: life.since } : null
}

function missingForApproval({ owner, purpose }: MoveSubject): Problem[] {
  return [
    ...(owner === null ? [{ path: 'owner', message: 'name the person who answers for this system' }] : []),
    ...(purpose === '' ? [{ path: 'purpose', message: 'say what the system is for' }] : []),
  ]
}

/** Clause 8.1 and A.9.2 to A.9.4: in use only with an owner, a purpose, known users, and oversight where persons or autonomy call for it. */
function missingForUse(it: MoveSubject): Problem[] {
  const watched = it.individualDecisions !== 'none' || (it.autonomy !== null && it.autonomy !== 'assistive')
  return [
    ...missingForApproval(it),
    ...(it.intendedUsers === '' ? [{ path: 'intendedUsers', message: 'say who is meant to use it' }] : []),
    ...(it.individualDecisions === null
      ? [{ path: 'individualDecisions', message: 'answer whether it takes part in decisions about individuals' }]
      : []),
    ...(watched && it.humanOversight === ''
      ? [{ path: 'humanOversight', message: 'describe who watches it and can stop or overrule it' }]
      : []),
  ]
}

/** What a move is told: the day it happened, by whom, and words where the move asks for them. */
export type Step = { on: string; by: PersonId | null; words: string; duplicateOf?: AiSystemId | null }

/** The life after the move. The caller has asked `refusalOf` about the same system; a state that cannot make the move throws. */
export function afterMove(move: Move, it: Lifecycle, step: Step): Lifecycle {
  const { approval, developmentStartedOn, verification, startedOn } = it
  const way = { approval, developmentStartedOn, verification, startedOn }
  const since = step.on
  switch (move) {
    case 'approve': {
      const given = { on: step.on, by: step.by, note: step.words }
      return it.state === 'proposed'
        ? { ...way, since, state: 'approved', approval: given }
        : { ...it, approval: given }
    }
    case 'start-development':
      return { ...way, since, state: 'in-development', developmentStartedOn: step.on, verification: null }
    case 'verify': {
      const verified = { on: step.on, by: step.by, result: step.words }
      return { ...way, since, state: 'verified', verification: verified }
    }
    case 'put-into-use':
      return { ...way, since, state: 'in-use', startedOn: step.on }
    case 'suspend':
      return { ...way, since, state: 'suspended', reason: step.words }
    case 'resume':
      return { ...way, since, state: 'in-use' }
    case 'retire':
      return retired(it, step)
    case 'dismiss':
      return { ...way, since, state: 'dismissed', reason: step.words, duplicateOf: step.duplicateOf ?? null }
    case 'take-back':
      return stepBack(it, since)
  }
}

function retired(it: Lifecycle, { on, words }: Step): Lifecycle {
  const { approval, developmentStartedOn, verification, startedOn, state } = it
  if (state === 'proposed' || state === 'dismissed' || state === 'retired')
    throw new Error(`${state} cannot be retired`)
  const suspensionReason = it.state === 'suspended' ? it.reason : ''
  const way = { approval, developmentStartedOn, verification, startedOn }
  return { ...way, since: on, state: 'retired', reason: words, from: state, suspensionReason }
}

/** The state before the last step, whose own record is cleared with it (history keeps it). */
function stepBack(it: Lifecycle, today: string): Lifecycle {
  const { approval, developmentStartedOn, verification, startedOn } = it
  const way = { approval, developmentStartedOn, verification, startedOn }
  switch (it.state) {
    case 'approved':
    case 'dismissed':
      return { ...way, since: today, state: 'proposed', approval: null }
    case 'in-development':
      return { ...way, ...approvedOf(it), developmentStartedOn: null }
    case 'verified':
      return developmentStartedOn
        ? { ...way, since: developmentStartedOn, state: 'in-development', verification: null }
        : { ...way, ...approvedOf(it), verification: null }
    case 'in-use':
      if (!verification) throw new Error('was never verified here')
      return { ...way, since: verification.on, state: 'verified', verification, startedOn: null }
    case 'retired':
      return beforeRetirement(it, today)
    case 'proposed':
    case 'suspended':
      throw new Error(`${it.state} has no step to take back`)
  }
}

function approvedOf({ approval }: Way): { state: 'approved'; approval: Approval; since: string } {
  if (!approval) throw new Error('was never approved here')
  return { state: 'approved', approval, since: approval.on }
}

function beforeRetirement(it: Lifecycle & { state: 'retired' }, today: string): Lifecycle {
  const { approval, developmentStartedOn, verification, startedOn } = it
  const way = { approval, developmentStartedOn, verification, startedOn }
  switch (it.from) {
    case 'approved':
      return { ...way, ...approvedOf(it) }
    case 'in-development':
      return { ...way, since: developmentStartedOn ?? today, state: 'in-development' }
    case 'verified':
      if (!verification) throw new Error('was never verified here')
      return { ...way, since: verification.on, state: 'verified', verification }
    case 'in-use':
      return { ...way, since: startedOn ?? today, state: 'in-use' }
    case 'suspended':
      return { ...way, since: today, state: 'suspended', reason: it.suspensionReason }
  }
}
