import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { reinstate, type ReinstateRefusal, withdraw, type WithdrawRefusal } from './model.ts'
import { findReport, saveWithdrawal } from './store.ts'

type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' }

/** Marks a report as not to be used any more; its files stay, since somebody may hold a copy to compare. */
export async function withdrawReport(
  { tx, org, now }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, Missing | WithdrawRefusal>> {
  const found = await findReport(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const withdrawn = withdraw(found.state)
  if (!withdrawn.ok) return withdrawn
  await saveWithdrawal(tx, org, id, { at: now, reason })
  return ok({ value: { id }, facts: [{ type: 'report.withdrawn', subject: subjectRef('report', id) }] })
}

/** Undoes withdrawing. */
export async function reinstateReport(
  { tx, org }: Change,
  id: string,
): Promise<Result<Done, Missing | ReinstateRefusal>> {
  const found = await findReport(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const made = reinstate(found.state)
  if (!made.ok) return made
  await saveWithdrawal(tx, org, id, null)
  return ok({ value: { id }, facts: [{ type: 'report.reinstated', subject: subjectRef('report', id) }] })
}
