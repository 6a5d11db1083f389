import type { OrganizationId } from '#kernel/id.ts'
import { type Blob, findBlob } from '#platform/blobs/index.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** Where the bytes of a run's record are kept. */
export async function findBlobOf(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<Blob | 'not-found' | 'record-missing'> {
  const row = await tx
    .selectFrom('measurement_runs')
    .select('record_blob_id')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return 'not-found'
  const blob = row.record_blob_id ? await findBlob(tx, org, row.record_blob_id) : undefined
  return blob ?? 'record-missing'
}
