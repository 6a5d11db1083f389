import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { beginLongWork } from '#platform/jobs/index.ts'
import type { Means } from './carry-out.ts'
import type { SlicedOrder } from './contract.ts'
import { type Asked, insertEdit, saveState } from './store.ts'
import { loadUndoable, type UndoRefusal } from './undo.ts'
import { insertWaiting } from './waiting-store.ts'

export const carryOutQueue = 'list-edits-carry-out'
export const undoQueue = 'list-edits-undo'

type Begun = Changed<{ id: string; job: string }>

/** Has a change of more rows than one entry holds carried out as later work. */
export async function orderEdit(
  it: Change,
  { editable: { list } }: Pick<Means, 'editable'>,
  { change, given, rows }: SlicedOrder,
): Promise<Result<Begun, never>> {
  const { tx, org, actor } = it
  const id = await insertEdit(tx, org, { list, change, given, by: actor })
  await insertWaiting(tx, org, id, rows)
  const work = { queue: carryOutQueue, title: 'Changing many rows', state: 'under-way' as const }
  const fact: Fact = { type: 'list-edit.ordered', subject: subjectRef('list-edit', id) }
  return await begin(it, id, { ...work, fact, rows: rows.length })
}

/** Has it taken back as later work. */
export async function orderUndo(
  it: Change,
  means: Pick<Means, 'editable'>,
  id: string,
): Promise<Result<Begun, Exclude<UndoRefusal, { kind: 'nothing-undone' }>>> {
  const edit = await loadUndoable(it, means, id)
  if (!edit.ok) return edit
  const work = { queue: undoQueue, title: 'Undoing a change of many rows', state: 'undoing' as const }
  return await begin(it, id, {
    ...work,
    fact: { type: 'list-edit.undo-ordered', subject: subjectRef('list-edit', id) },
  })
}

type Work = { queue: string; title: string; state: 'under-way' | 'undoing'; fact: Fact; rows?: number }

async function begin(it: Change, id: string, { queue, title, state, fact, rows }: Work): Promise<Result<Begun, never>> {
  const work = await beginLongWork(it, { queue, title, subject: fact.subject, data: { edit: id } })
  const { actor, grants } = it
  const by: Asked['by'] = { actor, scopes: grants.person ? null : grants.all() }
  await saveState(it.tx, it.org, id, { state, asked: { by, job: work.id, ...(rows !== undefined && { rows }) } })
  return ok({ value: { id, job: work.id }, facts: [fact], jobs: [work.job] })
}
