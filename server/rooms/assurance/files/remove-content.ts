import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { findFile, letGoOfContent } from './store.ts'
import { isMeasuredNow } from '../earlier-runs.ts'

export type RemoveRefusal = { kind: 'not-found' } | { kind: 'content-gone' } | { kind: 'measured-now' }

/**
 * Removes the content of an uploaded file for good: rows about people need not stay because they were once measured. Its name,
 * hash and every run stay whole; only computing again takes the content. The sweep takes it off the disk within two days.
 */
export async function removeContent(
  it: Change,
  id: string,
  reason: string,
): Promise<Result<Changed<{ id: string; keptElsewhere: boolean }>, RemoveRefusal>> {
  const { org, tx } = it
  const file = await findFile(tx, org, id)
  if (!file) return refuse({ kind: 'not-found' })
  if (file.contentRemoved) return refuse({ kind: 'content-gone' })
  const { sha256 } = file
  if (await isMeasuredNow(tx, org, sha256)) return refuse({ kind: 'measured-now' })
  const { removed, keptElsewhere } = await letGoOfContent(it, { sha256, reason })
  const facts = removed.map(
    (one): Fact => ({
      type: 'measurement-file.content-removed',
      subject: subjectRef('measurement-file', one),
    }),
  )
  const [first, ...rest] = facts
  if (!first) throw new Error('a file that has its content was not among those that hold it')
  return ok({ value: { id, keptElsewhere }, facts: [first, ...rest] })
}
