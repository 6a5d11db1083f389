import type { PersonId } from '#kernel/id.ts'
import { managers, type Permissions, readers, staff, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  afterMove,
  type AiSystemId,
  type Lifecycle,
  type Move,
  type MoveRefusal,
  type MoveSubject,
  refusalOf,
  refusalOfDay,
  type Step,
} from './rules/lifecycle.ts'
import type { Autonomy, IndividualDecisions, IntakeState } from './rules/words.ts'

export * as words from './rules/words.ts'
export { isJurisdiction, jurisdictions } from './rules/countries.ts'
export { type Dependent, fittingRelations } from './rules/lineage.ts'
export {
  type AiSystemId,
  type Lifecycle,
  type Move,
  moves,
  type MoveRefusal,
  type MoveSubject,
  refusalOf,
} from './rules/lifecycle.ts'

export const permissions = {
  'ai-systems:read': readers,
  'ai-systems:intake': staff,
  'ai-systems:review-intake': managers,
  'ai-systems:register': workers,
  'ai-systems:edit': { ...workers, approver: 'own' },
  'ai-systems:move': { ...workers, approver: 'own' },
  'ai-systems:approve': { ...managers, approver: 'any' },
  'ai-systems:decide-scope': managers,
  'ai-systems:confirm-roles': { ...managers, contributor: 'own' },
  'ai-systems:bulk-edit': managers,
  'components:read': readers,
  'components:register': workers,
  'components:edit': { ...workers, approver: 'own' },
} satisfies Permissions

/** What the rules of an AI system's life look at. The words of the record (description, supplier…) decide nothing here. */
export type AiSystem = {
  id: AiSystemId
  version: number
  owner: PersonId | null
  unit: string | null
  purpose: string
  intendedUsers: string
  humanOversight: string
  autonomy: Autonomy | null
  individualDecisions: IndividualDecisions | null
  intake: IntakeState | null
  life: Lifecycle
}

/** The system as the rules of its moves see it. */
export function moveSubject({ life, ...it }: AiSystem): MoveSubject {
  return {
    ...it,
    state: life.state,
    approved: life.approval !== null,
    developed: life.developmentStartedOn !== null,
    verified: life.verification !== null,
  }
}

/** One step of an AI system's life: asked of the rules first, then made. `today` bounds the day it is said to have happened. */
export function makeMove(move: Move, it: AiSystem, step: Step, today: string): Result<AiSystem, MoveRefusal> {
  const refusal = refusalOf(move, moveSubject(it)) ?? refusalOfDay(move, it.life, step.on, today)
  if (refusal) return refuse(refusal)
  return ok({ ...it, intake: intakeAfter(move, it), life: afterMove(move, it.life, step) })
}

/** An open intake is dismissed together with its proposal, and is open again when that is taken back. */
function intakeAfter(move: Move, { intake, life }: AiSystem): IntakeState | null {
  if (move === 'dismiss' && intake === 'open') return 'dismissed'
  if (move === 'take-back' && life.state === 'dismissed' && intake === 'dismissed') return 'open'
  return intake
}
