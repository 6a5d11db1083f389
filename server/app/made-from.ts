import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { MadeFrom } from '#platform/documents/index.ts'
import { formatOrigin, originHost, readEpoch } from '#platform/log/index.ts'

/**
 * The state of the records that a printed document is made from: the entry and instant that are looked at, and a signed
 * checkpoint that fixes them. Of an earlier entry it is the first one that covers it, so that the same question asked
 * later is answered with the same bytes; of today, and where none covers the entry yet, the newest.
 */
export function madeFromIn(url: URL) {
  return async ({ tx, org, seq }: { tx: Transaction; org: OrganizationId; seq: number | null }): Promise<MadeFrom> => {
    // The log has no past of its own to be looked at; today's checkpoints are what fixes any earlier entry.
    const log = tx.withSchema('assay')
    let entries = log.selectFrom('entries').select(['seq', 'recorded_at']).where('org_id', '=', org)
    if (seq !== null) entries = entries.where('seq', '<=', seq)
    const entry = await entries.orderBy('seq', 'desc').limit(1).executeTakeFirst()
    const signed = log.selectFrom('log_checkpoints').select('note').where('org_id', '=', org).orderBy('epoch', 'desc')
    const covering =
      seq === null ? undefined : await signed.where('size', '>=', seq).orderBy('size').limit(1).executeTakeFirst()
    const checkpoint = covering ?? (await signed.orderBy('size', 'desc').limit(1).executeTakeFirst())
    return {
      seq: entry ? Number(entry.seq) : 0,
      instant: (entry?.recorded_at ?? new Date(0)).toISOString(),
      checkpoint: checkpoint?.note ?? null,
      logOrigin: await originOf(log, org, url),
    }
  }
}

async function originOf(log: Transaction, org: OrganizationId, url: URL): Promise<string> {
  const key = await log
    .selectFrom('log_keys')
    .select('origin')
    .where('org_id', '=', org)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (key) return key.origin
  const { demo } = await log
    .selectFrom('organizations')
    .select('demo')
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  return formatOrigin({ host: originHost(url, demo), org, epoch: await readEpoch(log, org) })
}
