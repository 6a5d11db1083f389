import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { type EndRefusal, restore, withdraw } from './model.ts'
import { loadOwn, type Missing } from './own.ts'
import { saveEvidence } from './store.ts'

/** Says that evidence no longer stands, and why; it stays to be seen. */
export async function withdrawEvidence(
  it: Change,
  id: string,
  reason: string,
): Promise<Result<Changed<{ id: string }>, EndRefusal | Missing>> {
  const evidence = await loadOwn(it, id, 'evidence:withdraw')
  if (!evidence.ok) return evidence
  const withdrawn = withdraw(evidence.value, reason)
  if (!withdrawn.ok) return withdrawn
  await saveEvidence(it.tx, it.org, withdrawn.value)
  return ok({ value: { id }, facts: [{ type: 'evidence.withdrawn', subject: subjectRef('evidence', id) }] })
}

/** Undoes withdrawing or superseding. */
export async function restoreEvidence(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'still-current' } | Missing>> {
  const evidence = await loadOwn(it, id, 'evidence:withdraw')
  if (!evidence.ok) return evidence
  const restored = restore(evidence.value)
  if (!restored.ok) return restored
  await saveEvidence(it.tx, it.org, restored.value)
  return ok({ value: { id }, facts: [{ type: 'evidence.restored', subject: subjectRef('evidence', id) }] })
}
