import { subjectRef } from '#kernel/id.ts'
import { inWords } from '#kernel/said.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact, Job } from '#platform/database/change.ts'
import { actOn, byId, changeNamed, type Means } from './carry-out.ts'
import { type BulkUndone, mostRows } from './contract.ts'
import { refusedBefore } from './model.ts'
import { loadEdit, loadRows, markRows, saveState } from './store.ts'

export type UndoRefusal =
  | { kind: 'not-found' }
  | { kind: 'already-undone' }
  | { kind: 'under-way' }
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
  const edit = await loadUndoable(it, means, id)
  if (!edit.ok) return edit
  const back = await giveBack(it, means, { id, change: edit.value.change, most: mostRows })
  if (back.undone.length === 0) {
    const problems = back.kept.map(({ id: record, name, why }) => ({
      path: record,
      message: name ? `“${name}”: ${why}` : why,
    }))
    return refuse({ kind: 'nothing-undone', problems })
  }
  await saveState(it.tx, it.org, id, { state: 'undone' })
  const kept = back.kept.map(({ row: _row, ...named }) => named)
  const facts: [Fact, ...Fact[]] = [{ type: 'list-edit.undone', subject: subjectRef('list-edit', id) }, ...back.facts]
  return ok({ value: { undone: back.undone.length, kept }, facts, jobs: back.jobs })
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadEdit>>>

/** The edit of this list, where it can be taken back now. */
export async function loadUndoable(
  { tx, org }: Change,
  { editable }: Pick<Means, 'editable'>,
  id: string,
): Promise<Result<Loaded, { kind: 'not-found' } | { kind: 'already-undone' } | { kind: 'under-way' }>> {
  const edit = await loadEdit(tx, org, id)
  if (edit?.list !== editable.list) return refuse({ kind: 'not-found' })
  if (edit.state === 'undone') return refuse({ kind: 'already-undone' })
  return edit.state === 'done' || edit.state === 'stopped' ? ok(edit) : refuse({ kind: 'under-way' })
}

type Kept = BulkUndone['kept'][number] & { row: string }
type Back = { undone: string[]; kept: Kept[]; facts: Fact[]; jobs: Job[] }

/** Takes the last rows back that can be, and notes of each how it went. */
export async function giveBack(
  it: Change,
  means: Means,
  { id, change, most }: { id: string; change: string; most: number },
): Promise<Back> {
  const rows = await loadRows(it.tx, it.org, id, most)
  const records = rows.map(({ record_id }) => record_id)
  const now = byId(await means.editable.read(it.tx, it.org, records))
  const { back } = changeNamed(means, { change })
  const done: Back = { undone: [], kept: [], facts: [], jobs: [] }
  for (const { id: row, record_id, before, version_after } of rows) {
    const record = now.get(record_id)
    const says = refusedBefore(record, version_after)
    const acted =
      says === null && record
        ? await actOn(it, means, { row: record, step: back(before, record) })
        : { ok: false as const, says: says ?? [] }
    if (acted.ok) {
      done.undone.push(row)
      done.facts.push(...acted.facts)
      done.jobs.push(...acted.jobs)
    } else done.kept.push({ row, id: record_id, name: record?.name ?? '', why: inWords(acted.says), says: acted.says })
  }
  await markRows(it.tx, it.org, { undone: done.undone, kept: done.kept.map(({ row }) => row) })
  return done
}
