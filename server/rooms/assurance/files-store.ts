import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok } from '#kernel/result.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { FileView } from './contract.ts'

function filesOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('measurement_files as f')
    .where('f.org_id', '=', org)
    .select(['f.id', 'f.name', 'f.sha256', 'f.size', 'f.created_at'])
}
type Row = Awaited<ReturnType<ReturnType<typeof filesOf>['executeTakeFirstOrThrow']>>

function toView({ id, name, sha256, size, created_at }: Row): FileView {
  return { id, name, sha256, size, uploadedAt: created_at }
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

/** Takes a file in to be measured. The same content under the same name is the same file. */
export async function bringFile(
  it: Change,
  stored: StoredFile,
): Promise<{ ok: true; value: Changed<{ id: string; sha256: string }> }> {
  const { org, tx, actor } = it
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
      .values({ org_id: org, id, name, sha256, size, blob_id: blob.id, uploaded_by: actor })
      .execute()
  }
  const fact = { type: 'measurement-file.brought', subject: subjectRef('measurement-file', id) }
  return ok({ value: { id, sha256: stored.sha256 }, facts: [fact] })
}
