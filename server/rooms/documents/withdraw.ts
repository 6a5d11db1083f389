import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { fact, loadDocument, loadStanding, type Missing, type Unwritable } from './loaded.ts'
import { makeObsolete, reinstate } from './model.ts'
import { saveWithdrawal } from './store.ts'
import { findVersionIn, saveVersion } from './versions-store.ts'

type Done = Changed<{ id: string }>

/** Says that a document is no longer in use, and why; the version that held is marked obsolete. */
export async function withdrawDocument(it: Change, id: string, reason: string): Promise<Result<Done, Unwritable>> {
  const { org, tx } = it
  const found = await loadStanding(it, id)
  if (!found.ok) return found
  const today = asDay(it.now)
  const held = await findVersionIn(tx, org, id, ['effective'])
  if (held) await saveVersion(tx, org, makeObsolete(held, today, 'withdrawn'))
  await saveWithdrawal(tx, org, id, { on: today, reason })
  return ok({ value: { id }, facts: [fact(id, 'document.withdrawn')] })
}

/** Undoes a withdrawal: the version that held before holds again. */
export async function restoreDocument(
  it: Change,
  id: string,
): Promise<Result<Done, Missing | { kind: 'not-withdrawn' }>> {
  const { org, tx } = it
  const found = await loadDocument(it, id)
  if (!found.ok) return found
  if (found.value.state !== 'withdrawn') return refuse({ kind: 'not-withdrawn' })
  const last = await findVersionIn(tx, org, id, ['obsolete'])
  if (last?.because === 'withdrawn') await saveVersion(tx, org, reinstate(last))
  await saveWithdrawal(tx, org, id, null)
  return ok({ value: { id }, facts: [fact(id, 'document.restored')] })
}
