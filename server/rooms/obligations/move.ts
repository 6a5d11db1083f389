import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { Review } from './contract.ts'
import { obligationRef } from './identify.ts'
import * as rules from './model.ts'
import type { Moved, MoveRefusal, Obligation } from './model.ts'
import { loadObligation, saveMove } from './store.ts'

export type ObligationMoveRefusal = MoveRefusal | { kind: 'not-found' }
type Done = Promise<Result<Changed<{ id: string }>, ObligationMoveRefusal>>

export async function decideObligation(it: Change, id: string, decision: { applies: boolean; reason: string }): Done {
  const { applies, reason } = decision
  const fact = applies ? 'obligation.found-to-apply' : 'obligation.found-not-to-apply'
  return await move(it, id, fact, (found) => rules.decideApplies(found, applies, reason))
}

export async function startFulfilling(it: Change, id: string): Done {
  return await move(it, id, 'obligation.fulfilment-started', rules.startFulfilling)
}

export async function reviewObligation(it: Change, id: string, review: Review): Done {
  const fact = review.outcome === 'fulfilled' ? 'obligation.reviewed' : 'obligation.gaps-found'
  return await move(it, id, fact, (found) => rules.reviewObligation(found, review, asDay(it.now)))
}

export async function reconsiderObligation(it: Change, id: string, reason: string): Done {
  return await move(it, id, 'obligation.reconsidered', (found) => rules.reconsider(found, reason))
}

export async function withdrawObligation(it: Change, id: string, reason: string): Done {
  return await move(it, id, 'obligation.withdrawn', (found) => rules.withdraw(found, reason))
}

export async function restoreObligation(it: Change, id: string): Done {
  return await move(it, id, 'obligation.restored', rules.restore)
}

async function move(
  { org, tx, person, now }: Change,
  id: string,
  type: string,
  rule: (it: Obligation) => Result<Moved, MoveRefusal>,
): Done {
  const found = await loadObligation(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const moved = rule(found)
  if (!moved.ok) return moved
  await saveMove(tx, org, found, moved.value, { person, today: asDay(now) })
  return ok({ value: { id }, facts: [{ type, subject: obligationRef(id) }] })
}
