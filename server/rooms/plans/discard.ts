import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Missing } from './draft.ts'
import { type NotADraft, type NotDiscarded, requireDiscarded, requireDraft } from './model.ts'
import { findPlan, saveState } from './store.ts'

type Done = Changed<{ id: string }>

/** Sets a draft aside that nobody will follow; it stays to be seen, with the reason. */
export async function discardPlan(
  { tx, org }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, Missing | NotADraft>> {
  const found = await findPlan(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const draft = requireDraft(found)
  if (!draft.ok) return draft
  await saveState(tx, org, id, { state: 'discarded', reason })
  return ok({ value: { id }, facts: [{ type: 'plan.discarded', subject: subjectRef('plan', id) }] })
}

/** Undoes discarding. */
export async function restorePlan({ tx, org }: Change, id: string): Promise<Result<Done, Missing | NotDiscarded>> {
  const found = await findPlan(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const discarded = requireDiscarded(found)
  if (!discarded.ok) return discarded
  await saveState(tx, org, id, { state: 'draft' })
  return ok({ value: { id }, facts: [{ type: 'plan.restored', subject: subjectRef('plan', id) }] })
}
