import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { TriggerKind } from './model.ts'

export type NewTrigger = { risk: string; kind: TriggerKind; cause: string | null; note: string; on: string }

/** False where the same reason stands open already. */
export async function insertTrigger(tx: Transaction, org: OrganizationId, it: NewTrigger): Promise<boolean> {
  const open = await tx
    .selectFrom('risk_triggers')
    .select('id')
    .where('org_id', '=', org)
    .where('risk_id', '=', it.risk)
    .where('kind', '=', it.kind)
    .where(sql<boolean>`coalesce(cause, '') = coalesce(${it.cause}::text, '')`)
    .where('answered_on', 'is', null)
    .executeTakeFirst()
  if (open) return false
  await tx
    .insertInto('risk_triggers')
    .values({
      org_id: org,
      id: uuidv7(),
      risk_id: it.risk,
      kind: it.kind,
      cause: it.cause,
      note: it.note,
      raised_on: it.on,
    })
    .execute()
  return true
}

/** A new rating answers whatever called for one. */
export async function answerTriggers(
  tx: Transaction,
  org: OrganizationId,
  risk: string,
  { by, on }: { by: string; on: string },
): Promise<void> {
  await tx
    .updateTable('risk_triggers')
    .set({ answered_on: on, answered_by: by })
    .where('org_id', '=', org)
    .where('risk_id', '=', risk)
    .where('answered_on', 'is', null)
    .execute()
}
