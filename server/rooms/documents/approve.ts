import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { done, fact, loadVersion, type PersonNeeded, type Unwritable, type VersionDone } from './loaded.ts'
import { approve, type ApproveRefusal, giveBack, makeEffective, type WrongState } from './model.ts'
import { whoMayApprove } from './submit.ts'
import { takeEffect } from './take-effect.ts'
import { saveVersion } from './versions-store.ts'

type Approved = { id: string; number: number; state: 'approved' | 'effective' }
export type Decide = Unwritable | PersonNeeded | ApproveRefusal

/**
 * Another person than the authors approves a version. With a day up to today it holds at once, with a later one it takes
 * effect on that day, without a day it waits until somebody makes it effective.
 */
export async function approveVersion(
  it: Change,
  { id, number }: { id: string; number: number },
  { note, effectiveOn }: { note: string; effectiveOn: string | null },
): Promise<Result<Changed<Approved>, Decide>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  if (!it.person) return refuse({ kind: 'person-needed' })
  const { version, document } = found.value
  const today = asDay(it.now)
  const mayApprove = await whoMayApprove(it, version.authors)
  const approved = approve(version, { by: it.person, on: today, note, effectiveOn }, mayApprove)
  if (!approved.ok) return approved
  if (effectiveOn === null || effectiveOn > today) {
    await saveVersion(it.tx, it.org, approved.value)
    return ok({ value: { id, number, state: 'approved' }, facts: [fact(id, 'document.approved')] })
  }
  // Nothing holds from before its approval.
  const holds = makeEffective(approved.value, today)
  if (!holds.ok) return holds
  const facts = await takeEffect(it, document, holds.value)
  return ok({ value: { id, number, state: 'effective' }, facts: [fact(id, 'document.approved'), ...facts] })
}

/** Sends a version back to its authors with what is missing, or takes an approval back before the version holds. */
export async function returnVersion(
  it: Change,
  { id, number }: { id: string; number: number },
  note: string,
): Promise<Result<VersionDone, Unwritable | WrongState>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  const returned = giveBack(found.value.version, note)
  if (!returned.ok) return returned
  await saveVersion(it.tx, it.org, returned.value)
  return done(id, number, 'document.returned')
}
