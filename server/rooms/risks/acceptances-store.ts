import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

export async function insertAcceptance(
  tx: Transaction,
  org: OrganizationId,
  it: { risk: string; rating: string; by: string; on: string; expiresOn: string; aboveAppetite: boolean; note: string },
): Promise<void> {
  await tx
    .insertInto('risk_acceptances')
    .values({
      org_id: org,
      id: uuidv7(),
      risk_id: it.risk,
      rating_id: it.rating,
      accepted_by: it.by,
      accepted_on: it.on,
      expires_on: it.expiresOn,
      above_appetite: it.aboveAppetite,
      note: it.note,
    })
    .execute()
}

/** Ends the acceptance that holds, where one does. */
export async function endAcceptance(
  tx: Transaction,
  org: OrganizationId,
  risk: string,
  { on, because }: { on: string; because: string },
): Promise<void> {
  await tx
    .updateTable('risk_acceptances')
    .set({ ended_on: on, ended_because: because })
    .where('org_id', '=', org)
    .where('risk_id', '=', risk)
    .where('ended_on', 'is', null)
    .execute()
}

/** The acceptance that closing the risk ended holds again. */
export async function reviveAcceptance(tx: Transaction, org: OrganizationId, risk: string): Promise<void> {
  const last = tx
    .selectFrom('risk_acceptances')
    .select('id')
    .where('org_id', '=', org)
    .where('risk_id', '=', risk)
    .orderBy('id', 'desc')
    .limit(1)
  await tx
    .updateTable('risk_acceptances')
    .set({ ended_on: null, ended_because: null })
    .where('org_id', '=', org)
    .where('id', '=', last)
    .execute()
}
