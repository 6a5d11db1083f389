import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Tell } from './finding.ts'

/** Every file that the organization keeps: its content has the hash that names it, and the size that was recorded. */
export async function checkBlobs(client: ClientBase, org: string, blobs: Blobs, tell: Tell): Promise<number> {
  const { rows } = await client.query<{ id: string; sha256: string; size: number }>(
    'select id, sha256, size from assay.blobs where org_id = $1 order by id',
    [org],
  )
  for (const { id, sha256, size } of rows) {
    const words = await contentWords(blobs, sha256, size)
    if (words) tell({ what: 'blob', table: 'blobs', row: id, seq: null, words: `${words} (${sha256})` })
  }
  return rows.length
}

async function contentWords(blobs: Blobs, sha256: string, size: number): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !(await blobs.has(sha256))) return 'The content of the file is missing.'
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of blobs.read(sha256)) {
    const bytes: Uint8Array = chunk
    hash.update(bytes)
    read += bytes.length
  }
  if (hash.digest('hex') !== sha256) return 'The content of the file was changed.'
  return read === size ? null : 'The recorded size is not that of the content.'
}
