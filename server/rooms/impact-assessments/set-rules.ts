import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { RulesDraft } from './contract.ts'
import { insertRules } from './store.ts'

/**
 * Decides how long and in what form results are kept (A.5.3) and how often they are looked at again. Every decision is a record
 * of its own; the last one holds, and deciding as before takes it back.
 */
export async function setRules(
  { org, tx, now, person, seq }: Change,
  rules: RulesDraft,
): Promise<Result<Changed<{ id: string }>, { kind: 'person-needed' }>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const id = uuidv7()
  await insertRules(tx, org, { ...rules, id, by: person, on: asDay(now), seq })
  return ok({ value: { id }, facts: [{ type: 'impact-rules.decided', subject: subjectRef('impact-rules', id) }] })
}
