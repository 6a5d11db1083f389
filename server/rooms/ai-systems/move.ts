import { subjectRef } from '#kernel/id.ts'
import type { PersonId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { type AiSystemId, makeMove, type Move, type MoveRefusal } from './model.ts'
import { dayOf } from './register.ts'
import type { AiSystemParts } from './parts.ts'
import type { State } from './rules/words.ts'
import { loadAiSystem, missingReference, saveLife } from './store.ts'

export type { MoveRefusal }
export type Missing = { kind: 'not-found' } | { kind: 'forbidden' }
export type Barred = { kind: 'barred'; problems: { path: string; message: string }[] }
type Moved = Result<Changed<{ id: string }>, MoveRefusal | Missing | Barred>

const facts = {
  approve: 'ai-system.approved',
  'start-development': 'ai-system.development-started',
  verify: 'ai-system.verified',
  'put-into-use': 'ai-system.put-into-use',
  suspend: 'ai-system.suspended',
  resume: 'ai-system.resumed',
  retire: 'ai-system.retired',
  dismiss: 'ai-system.dismissed',
  'take-back': 'ai-system.step-taken-back',
} as const satisfies Record<Move, string>

export type Told = { happenedOn?: string | undefined; words?: string; duplicateOf?: string | null }

/** Every step of a life goes this way: load, ask the rules and whatever bars operation, save, state the fact. */
async function move(
  it: Change,
  id: string,
  step: Move,
  { happenedOn, words = '', duplicateOf }: Told,
  parts?: AiSystemParts,
): Promise<Moved> {
  const found = await loadAiSystem(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!it.grants.allows(permissionFor(step, found.life.state), found)) return refuse({ kind: 'forbidden' })
  const today = dayOf(it.now)
  const told = {
    on: happenedOn ?? today,
    by: it.person as PersonId | null,
    words,
    duplicateOf: (duplicateOf ?? null) as AiSystemId | null,
  }
  const made = makeMove(step, found, told, today)
  if (!made.ok) return made
  if (parts && made.value.life.state === 'in-use' && found.life.state !== 'in-use') {
    const problems = await parts.barsToOperation(it.tx, it.org, id)
    if (problems.length > 0) return refuse({ kind: 'barred', problems })
  }
  await saveLife(it.tx, it.org, found, made.value)
  return ok({ value: { id }, facts: [{ type: facts[step], subject: subjectRef('ai-system', id) }] })
}

const permissionOf = {
  approve: 'ai-systems:approve',
  'start-development': 'ai-systems:move',
  verify: 'ai-systems:move',
  'put-into-use': 'ai-systems:move',
  suspend: 'ai-systems:move',
  resume: 'ai-systems:move',
  retire: 'ai-systems:move',
  dismiss: 'ai-systems:review-intake',
  'take-back': 'ai-systems:move',
} as const satisfies Record<Move, string>

/** Taking back a decision needs what the decision needed. */
function permissionFor(step: Move, state: State): string {
  if (step !== 'take-back') return permissionOf[step]
  if (state === 'approved') return permissionOf.approve
  return state === 'dismissed' ? permissionOf.dismiss : permissionOf['take-back']
}

/** Management lets the system go ahead; for one that is in use already the approval comes afterwards. */
export function approveAiSystem(it: Change, id: string, told: { happenedOn?: string | undefined; note: string }) {
  return move(it, id, 'approve', { happenedOn: told.happenedOn, words: told.note })
}

export function startDevelopment(it: Change, id: string, told: { happenedOn?: string | undefined }) {
  return move(it, id, 'start-development', told)
}

/** Says with which result the system was held against what it has to do (A.6.2.4). */
export function verifyAiSystem(it: Change, id: string, told: { happenedOn?: string | undefined; result: string }) {
  return move(it, id, 'verify', { happenedOn: told.happenedOn, words: told.result })
}

type Day = { happenedOn?: string | undefined }

export function putIntoUse(it: Change, id: string, told: Day, parts: AiSystemParts) {
  return move(it, id, 'put-into-use', told, parts)
}

export function suspendAiSystem(it: Change, id: string, told: { happenedOn?: string | undefined; reason: string }) {
  return move(it, id, 'suspend', { happenedOn: told.happenedOn, words: told.reason })
}

export function resumeAiSystem(it: Change, id: string, told: Day, parts: AiSystemParts) {
  return move(it, id, 'resume', told, parts)
}

export function retireAiSystem(it: Change, id: string, told: { happenedOn?: string | undefined; reason: string }) {
  return move(it, id, 'retire', { happenedOn: told.happenedOn, words: told.reason })
}

export type DismissRefusal =
  | MoveRefusal
  | Missing
  | Barred
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }

/** A proposal or an intake that goes no further says why, and which system it repeats where it repeats one. */
export async function dismissAiSystem(
  it: Change,
  id: string,
  told: { reason: string; duplicateOf: string | null },
): Promise<Result<Changed<{ id: string }>, DismissRefusal>> {
  const { duplicateOf } = told
  if (duplicateOf !== null && (duplicateOf === id || !(await loadAiSystem(it.tx, it.org, duplicateOf)))) {
    return refuse({ kind: 'no-such-reference', problems: [missingReference('duplicateOf')] })
  }
  return await move(it, id, 'dismiss', { words: told.reason, duplicateOf })
}

/** Undoes the last step of a life. */
export function takeBack(it: Change, id: string, parts: AiSystemParts) {
  return move(it, id, 'take-back', {}, parts)
}
