import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Change } from '../database/change.ts'
import type { Transaction } from '../database/transaction.ts'
import type { StoredFile } from './blobs.ts'

/** A stored file that an organization keeps. */
export type Blob = { id: string; sha256: string; size: number; type: string }

/** Makes a stored file the organization's own, in the change that uses it; the same content is kept once. */
export async function recordBlob({ org, tx }: Pick<Change, 'org' | 'tx'>, stored: StoredFile): Promise<Blob> {
  const { sha256, size, type } = stored
  const known = await tx
    .selectFrom('blobs')
    .select(['id', 'sha256', 'size', 'type'])
    .where('org_id', '=', org)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (known) return known
  const id = uuidv7()
  await tx.insertInto('blobs').values({ org_id: org, id, sha256, size, type }).execute()
  return { id, sha256, size, type }
}

export async function findBlob(tx: Transaction, org: OrganizationId, id: string): Promise<Blob | undefined> {
  return await tx
    .selectFrom('blobs')
    .select(['id', 'sha256', 'size', 'type'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

/**
 * Gives up an organization's hold on content, in the change that has let go of it; the sweep then takes it off the disk. False
 * where another record refers to it still: then it stays.
 */
export async function releaseBlob({ org, tx }: Pick<Change, 'org' | 'tx'>, id: string): Promise<boolean> {
  // Which tables refer to blobs is known by their foreign keys, so these decide; the savepoint keeps the change alive.
  await sql`savepoint release_blob`.execute(tx)
  try {
    await tx.deleteFrom('blobs').where('org_id', '=', org).where('id', '=', id).execute()
    await sql`release savepoint release_blob`.execute(tx)
    return true
  } catch (cause) {
    if (!isStillReferred(cause)) throw cause
    await sql`rollback to savepoint release_blob`.execute(tx)
    return false
  }
}

function isStillReferred(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '23503'
}
