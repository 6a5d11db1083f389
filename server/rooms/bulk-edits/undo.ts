import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact, Job } from '#platform/database/change.ts'
import { actOn, byId, changeNamed, type Means } from './carry-out.ts'
import type { BulkUndone } from './contract.ts'
import { refusedBefore } from './model.ts'
import { closeEdit, loadEdit, loadRows } from './store.ts'

export type UndoRefusal =
  | { kind: 'not-found' }
  | { kind: 'already-undone' }
  | { kind: 'nothing-undone'; problems: { path: string; message: string }[] }

/**
 * Gives every row its former value back through its record's own route. A row that somebody changed since stays as it is,
 * and so does one whose room refuses; both are named.
 */
export async function undoEdit(
  it: Change,
  means: Means,
  id: string,
): Promise<Result<Changed<BulkUndone>, UndoRefusal>> {
  const edit = await loadEdit(it.tx, it.org, id)
  if (edit?.list !== means.editable.list) return refuse({ kind: 'not-found' })
  if (edit.state === 'undone') return refuse({ kind: 'already-undone' })
  const rows = await loadRows(it.tx, it.org, id)
  const now = byId(
    await means.editable.read(
      it.tx,
      it.org,
      rows.map(({ record_id }) => record_id),
    ),
  )
  const change = changeNamed(means, edit)
  const undone: string[] = []
  const kept: (BulkUndone['kept'][number] & { row: string })[] = []
  const facts: [Fact, ...Fact[]] = [{ type: 'list-edit.undone', subject: subjectRef('list-edit', id) }]
  const jobs: Job[] = []
  // backwards, so that what waited for another is taken back before it
  for (const { id: row, record_id, before, version_after } of rows.toReversed()) {
    const record = now.get(record_id)
    const why = refusedBefore(record, version_after)
    const acted =
      why === null && record
        ? await actOn(it, means, { row: record, step: change.back(before, record) })
        : { ok: false as const, words: why ?? '' }
    if (acted.ok) {
      undone.push(row)
      facts.push(...acted.facts)
      jobs.push(...acted.jobs)
    } else kept.push({ row, id: record_id, name: record?.name ?? '', why: acted.words })
  }
  if (undone.length === 0) {
    const problems = kept.map(({ id: record, name, why }) => ({
      path: record,
      message: name ? `“${name}”: ${why}` : why,
    }))
    return refuse({ kind: 'nothing-undone', problems })
  }
  await closeEdit(it.tx, it.org, id, { undone, kept: kept.map(({ row }) => row) })
  return ok({ value: { undone: undone.length, kept: kept.map(({ row: _row, ...named }) => named) }, facts, jobs })
}
