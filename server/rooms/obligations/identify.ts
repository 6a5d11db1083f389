import { v7 as uuidv7 } from 'uuid'
import { type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { ObligationDraft, ObligationEdit } from './contract.ts'
import {
  findProblems,
  insertObligation,
  isReferenceTaken,
  loadObligation,
  type Origin,
  updateObligation,
} from './store.ts'

export type DraftRefusal =
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'reference-taken' }
export type EditRefusal = DraftRefusal | { kind: 'not-found' } | { kind: 'stale'; currentVersion: number }

export function obligationRef(id: string): SubjectRef {
  return subjectRef('obligation', id)
}

/** Takes an obligation into the register; whether it applies is decided next. */
export async function identifyObligation(
  { org, tx }: Change,
  draft: ObligationDraft,
  origin?: Origin,
): Promise<Result<Changed<{ id: string }>, DraftRefusal>> {
  const problems = await findProblems(tx, org, draft)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  if (await isReferenceTaken(tx, org, draft.reference, null)) return refuse({ kind: 'reference-taken' })
  const id = uuidv7()
  await insertObligation(tx, org, id, draft, origin)
  return ok({ value: { id }, facts: [{ type: 'obligation.identified', subject: obligationRef(id) }] })
}

/** Changes what it says, to what it applies, who answers for it and how it is fulfilled. */
export async function editObligation(
  { org, tx }: Change,
  { id, version }: { id: string; version: number },
  edit: ObligationEdit,
): Promise<Result<Changed<{ id: string }>, EditRefusal>> {
  const found = await loadObligation(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  const problems = await findProblems(tx, org, edit)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  if (edit.reference && (await isReferenceTaken(tx, org, edit.reference, id)))
    return refuse({ kind: 'reference-taken' })
  await updateObligation(tx, org, id, edit)
  return ok({ value: { id }, facts: [{ type: 'obligation.edited', subject: obligationRef(id) }] })
}
