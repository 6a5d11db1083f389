import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { LogView } from './contract.ts'

export async function readLog(
  tx: Transaction,
  org: OrganizationId,
): Promise<Pick<LogView, 'size' | 'recordedAt' | 'alarm'>> {
  const { size, recorded_at, words } = await tx
    .selectFrom('organization_logs as l')
    .leftJoin('log_alarms as a', 'a.org_id', 'l.org_id')
    .select(['l.size', 'l.recorded_at', 'a.words'])
    .where('l.org_id', '=', org)
    .executeTakeFirstOrThrow()
  return { size, recordedAt: recorded_at, alarm: words }
}

/** Where entries were lost and the log went on under another origin. */
export async function readEpochs(tx: Transaction, org: OrganizationId): Promise<LogView['epochs']> {
  return await tx
    .selectFrom('log_epochs')
    .select([
      'epoch',
      'origin',
      'created_at as openedAt',
      'previous_size as previousSize',
      'kept_size as keptSize',
      'previous_checkpoint as previousCheckpoint',
    ])
    .where('org_id', '=', org)
    .orderBy('epoch')
    .execute()
}
