import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** A reference with what has to be known to freeze it, or to tell whether it is frozen for what a plan asks. */
export type LoadedReference = {
  id: string
  name: string
  /** null where its content was removed */
  blobSha256: string | null
  frozen: { shapeSha256: string; from: string } | null
}

export async function loadReference(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<LoadedReference | undefined> {
  const row = await tx
    .selectFrom('measurement_files')
    .select(['id', 'name', 'sha256', 'blob_id', 'frozen_from', 'frozen_shape_sha256'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { frozen_from: from, frozen_shape_sha256: shapeSha256 } = row
  const frozen = from !== null && shapeSha256 !== null ? { from, shapeSha256 } : null
  return { id, name: row.name, blobSha256: row.blob_id === null ? null : row.sha256, frozen }
}

/** Keeps a frozen reference as a file of its own. The same bytes of the same file for the same plan are the same reference. */
export async function keepFrozen(
  it: Change,
  { from, shapeSha256, stored }: { from: LoadedReference; shapeSha256: string; stored: StoredFile },
): Promise<string> {
  const { org, tx, seq, now, actor } = it
  const known = await tx
    .selectFrom('measurement_files')
    .select('id')
    .where('org_id', '=', org)
    .where('sha256', '=', stored.sha256)
    .where('frozen_from', '=', from.id)
    .where('frozen_shape_sha256', '=', shapeSha256)
    .executeTakeFirst()
  if (known) return known.id
  const id = uuidv7()
  const blob = await recordBlob(it, stored)
  await tx
    .insertInto('measurement_files')
    .values({
      org_id: org,
      id,
      name: stored.name.slice(0, 300),
      sha256: stored.sha256,
      size: stored.size,
      blob_id: blob.id,
      uploaded_by: actor,
      brought_at: now,
      frozen_from: from.id,
      frozen_seq: seq,
      frozen_shape_sha256: shapeSha256,
    })
    .execute()
  return id
}

/** Where the bytes of a frozen reference are kept; other files are not handed out. */
export async function findFrozen(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<{ blob: string; name: string } | 'not-found' | 'not-frozen'> {
  const row = await tx
    .selectFrom('measurement_files')
    .select(['name', 'blob_id', 'frozen_seq'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return 'not-found'
  return row.frozen_seq === null || row.blob_id === null ? 'not-frozen' : { blob: row.blob_id, name: row.name }
}
