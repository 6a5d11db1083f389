import { refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { restore, type RestoreRefusal } from './model.ts'
import { loadAssessment, readEditions, saveAssessment } from './store.ts'
import { done } from './write.ts'

/** Undoes withdrawing: it is written on, or waits for approval, as it did. */
export async function restoreAssessment(
  { org, tx }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | RestoreRefusal>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const restored = restore(found, await readEditions(tx, org, found.system))
  if (!restored.ok) return restored
  await saveAssessment(tx, org, restored.value)
  return done(id, 'impact-assessment.restored')
}
