import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok } from '#kernel/result.ts'
import { recordBlob, releaseBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { actorName } from '../actor-name.ts'
import { keptUntil } from './kept-until.ts'
import type { FileView } from './contract.ts'

function filesOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('measurement_files as f')
    .leftJoin('measurement_settings as s', 's.org_id', 'f.org_id')
    .leftJoin('measurement_files as o', (join) =>
      join.onRef('o.org_id', '=', 'f.org_id').onRef('o.id', '=', 'f.frozen_from'),
    )
    .where('f.org_id', '=', org)
    .select(['f.id', 'f.name', 'f.sha256', 'f.size', 'f.created_at', 'f.brought_at', 'f.blob_id'])
    .select(['f.frozen_seq', 'o.name as origin_name', 'o.sha256 as origin_sha256', keptUntil().as('kept_until')])
    .select(['f.removed_at', 'f.removal_reason', actorName('f.removed_by').as('remover')])
}
type Row = Awaited<ReturnType<ReturnType<typeof filesOf>['executeTakeFirstOrThrow']>>

function toView(row: Row): FileView {
  const { id, name, sha256, size, created_at, brought_at, removed_at: at, remover, removal_reason } = row
  return {
    id,
    name,
    sha256,
    size,
    uploadedAt: brought_at ?? created_at,
    keptUntil: row.kept_until,
    frozen:
      row.frozen_seq === null
        ? null
        : { seq: row.frozen_seq, from: row.origin_name ?? '', fromSha256: row.origin_sha256 ?? '' },
    contentRemoved: at && { at, by: remover, reason: removal_reason ?? '' },
  }
}

export async function listFiles(tx: Transaction, org: OrganizationId, query: PageQuery): Promise<Page<FileView>> {
  let rows = filesOf(tx, org)
  if (query.q) rows = rows.where('f.name', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: { uploadedAt: 'f.created_at', name: 'f.name', size: 'f.size' },
    fallback: '-uploadedAt',
    id: 'f.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findFile(tx: Transaction, org: OrganizationId, id: string): Promise<FileView | undefined> {
  const row = await filesOf(tx, org).where('f.id', '=', id).executeTakeFirst()
  return row && toView(row)
}

/** The uploaded file that a run measured. */
export async function findFileOf(tx: Transaction, org: OrganizationId, run: string): Promise<FileView | undefined> {
  const row = await filesOf(tx, org)
    .innerJoin('measurement_runs as r', (join) =>
      join.onRef('r.org_id', '=', 'f.org_id').onRef('r.file_id', '=', 'f.id'),
    )
    .where('r.id', '=', run)
    .executeTakeFirst()
  return row && toView(row)
}

/** Takes a file in to be measured. The same content under the same name is the same file, also after it was removed. */
export async function bringFile(
  it: Change,
  stored: StoredFile,
): Promise<{ ok: true; value: Changed<{ id: string; sha256: string }> }> {
  const { org, tx, actor, now } = it
  const name = stored.name.slice(0, 300)
  const known = await filesOf(tx, org)
    .where('f.sha256', '=', stored.sha256)
    .where('f.name', '=', name)
    .executeTakeFirst()
  const id = known?.id ?? uuidv7()
  if (!known) {
    const blob = await recordBlob(it, stored)
    const { sha256, size } = stored
    await tx
      .insertInto('measurement_files')
      .values({ org_id: org, id, name, sha256, size, blob_id: blob.id, uploaded_by: actor, brought_at: now })
      .execute()
  } else if (known.blob_id === null) {
    const blob = await recordBlob(it, stored)
    const back = { blob_id: blob.id, brought_at: now, removed_at: null, removed_by: null, removal_reason: null }
    await tx.updateTable('measurement_files').set(back).where('org_id', '=', org).where('id', '=', id).execute()
  }
  const fact = { type: 'measurement-file.brought', subject: subjectRef('measurement-file', id) }
  return ok({ value: { id, sha256: stored.sha256 }, facts: [fact] })
}

/**
 * Lets go of the content of every file with this hash, whatever name it was brought under: names, hash and sizes stay. Gives
 * whether another record still holds the same content.
 */
export async function letGoOfContent(
  it: Change,
  { sha256, reason }: { sha256: string; reason: string },
): Promise<{ removed: string[]; keptElsewhere: boolean }> {
  const { org, tx, now, actor } = it
  const held = await tx
    .selectFrom('measurement_files')
    .select(['id', 'blob_id'])
    .where('org_id', '=', org)
    .where('sha256', '=', sha256)
    .where('blob_id', 'is not', null)
    .orderBy('id')
    .execute()
  const removed = held.map(({ id }) => id)
  if (removed.length === 0) return { removed, keptElsewhere: false }
  await tx
    .updateTable('measurement_files')
    .set({ blob_id: null, removed_at: now, removed_by: actor, removal_reason: reason })
    .where('org_id', '=', org)
    .where('id', 'in', removed)
    .execute()
  // An organization keeps the same content once, so all of these held the same blob.
  const [blob] = held.flatMap(({ blob_id }) => blob_id ?? [])
  const released = blob !== undefined && (await releaseBlob(it, blob))
  return { removed, keptElsewhere: !released }
}
