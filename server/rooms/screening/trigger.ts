import { v7 as uuidv7 } from 'uuid'
import { type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { TriggerId } from './contract.ts'

type Done = Changed<{ id: string }>

/** Raises a trigger once for each cause; the same event seen twice is one record. */
export async function raiseTrigger(
  { org, tx }: Change,
  { trigger, cause, note }: { trigger: TriggerId; cause: SubjectRef; note: string },
): Promise<Result<Done, { kind: 'known-already' }>> {
  const id = uuidv7()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('screening_triggers')
    .values({ org_id: org, id, trigger_id: trigger, cause, note })
    .onConflict((conflict) => conflict.columns(['org_id', 'trigger_id', 'cause']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return refuse({ kind: 'known-already' })
  return ok({
    value: { id },
    facts: [{ type: 'screening-trigger.raised', subject: subjectRef('screening-trigger', id) }],
  })
}

/** Somebody tells that one of the watched events happened; each report is a cause of its own. */
export async function reportTrigger(
  it: Change,
  report: { trigger: TriggerId; note: string },
): Promise<Result<Done, { kind: 'known-already' }>> {
  return await raiseTrigger(it, { ...report, cause: subjectRef('report', uuidv7()) })
}

/** A trigger that changes nothing is dismissed with the reason. */
export async function dismissTrigger(
  { org, tx }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, { kind: 'not-found' } | { kind: 'not-raised' }>> {
  const found = await tx
    .selectFrom('screening_triggers')
    .select('state')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'raised') return refuse({ kind: 'not-raised' })
  await tx
    .updateTable('screening_triggers')
    .set({ state: 'dismissed', reason })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return ok({
    value: { id },
    facts: [{ type: 'screening-trigger.dismissed', subject: subjectRef('screening-trigger', id) }],
  })
}

/** Undoes a dismissal. */
export async function reopenTrigger(
  { org, tx }: Change,
  id: string,
): Promise<Result<Done, { kind: 'not-found' } | { kind: 'not-dismissed' }>> {
  const found = await tx
    .selectFrom('screening_triggers')
    .select('state')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'dismissed') return refuse({ kind: 'not-dismissed' })
  await tx
    .updateTable('screening_triggers')
    .set({ state: 'raised', reason: null })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return ok({
    value: { id },
    facts: [{ type: 'screening-trigger.reopened', subject: subjectRef('screening-trigger', id) }],
  })
}
