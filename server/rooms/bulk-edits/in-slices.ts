// More rows than one entry holds are changed as later work: each slice is one short change, so that others can write in
// between, and a crash loses nothing and repeats nothing.
import type { Pool } from 'pg'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { change, type Change, type Changed, type Door, type Fact, type Who } from '#platform/database/change.ts'
import { JobRefusal, type JobResult, type JobRun } from '#platform/jobs/index.ts'
import type { EditableList, RouteBook } from '#platform/lists/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { type Means, rowsOf, tryOut } from './carry-out.ts'
import type { BulkEdit, BulkEditView } from './contract.ts'
import { alreadySo, fitAnEntry } from './model.ts'
import { asState, countDone, insertRows, loadEdit, saveState } from './store.ts'
import { giveBack } from './undo.ts'
import { countWaiting, type Left, nextWaiting, settle, tryAgain } from './waiting-store.ts'

export type SliceParts = { door: Door; pool: Pool; book: RouteBook; editables: readonly EditableList[] }

const rowsInSlice = 100
const tooLong = 'What its change says is more than one entry of the log holds.'
const lost = 'Your role does not allow this any more; the rest of the rows stays as it is.'

/** Carries a change out, slice by slice, until every row was changed or refused; called off, what is changed stays. */
export async function carryOutOrder(run: JobRun, parts: SliceParts): Promise<JobResult> {
  const at = await prepare(run, parts)
  if (at.state !== 'under-way') return result
  const inOrg = <Value>(work: Parameters<typeof inOrganization<Value>>[2]) => inOrganization(parts.pool, at.org, work)
  let size = rowsInSlice
  let gotOn = false
  while (!run.cancelled()) {
    const rows = await inOrg((tx) => nextWaiting(tx, at.org, at.id, size))
    if (rows.length === 0) {
      // one row may wait for another: who was refused is asked again as long as others get on
      if (!gotOn) break
      gotOn = false
      await inOrg((tx) => tryAgain(tx, at.org, at.id))
      continue
    }
    const step = await change(parts.door, at.who, at.means.editable.permission, (it) => carrySlice(it, at, rows))
    if (step.ok) gotOn = true
    else if (step.error.kind === 'none')
      await inOrg((tx) => settle(tx, at.org, at.id, { changed: [], left: leftBy(step) }))
    else if (step.error.kind === 'forbidden') return await stop(parts, at)
    else if (rows.length > 1) size = Math.ceil(rows.length / 2)
    else await inOrg((tx) => settle(tx, at.org, at.id, { changed: [], left: [leftAs(rows[0]?.id ?? '', tooLong)] }))
    const left = await inOrg((tx) => countWaiting(tx, at.org, at.id))
    await run.progress(100 * (1 - left / Math.max(1, at.ordered)), `${left} rows to go`)
  }
  const left = await inOrg((tx) => countWaiting(tx, at.org, at.id))
  await moveTo(parts, at, left > 0 ? 'stopped' : 'done')
  return result
}

/** Takes it back, slice by slice, the last rows first; called off, what was not reached stays changed. */
export async function undoOrder(run: JobRun, parts: SliceParts): Promise<JobResult> {
  const at = await prepare(run, parts)
  if (at.state !== 'undoing') return result
  const count = () => inOrganization(parts.pool, at.org, (tx) => countDone(tx, at.org, at.id))
  const all = await count()
  let left = all
  while (left > 0 && !run.cancelled()) {
    const step = await change(parts.door, at.who, at.means.editable.permission, (it) => undoSlice(it, at))
    if (!step.ok) return await stop(parts, at)
    left = await count()
    await run.progress(100 * (1 - left / Math.max(1, all)), `${left} rows to go`)
  }
  await moveTo(parts, at, left > 0 ? 'stopped' : 'undone')
  return result
}

/** Work that was called off before it began leaves every row as it was. */
export async function endCalledOff(run: JobRun, parts: SliceParts): Promise<void> {
  const at = await prepare(run, parts)
  if (at.state === 'under-way' || at.state === 'undoing') await moveTo(parts, at, 'stopped')
}

const result: JobResult = { label: 'Look at the change', href: '/bulk-edits' }

type At = {
  id: string
  org: OrganizationId
  who: Who
  means: Means
  edit: Pick<BulkEdit, 'change' | 'given'>
  state: BulkEditView['state']
  ordered: number
}
type Nothing = { kind: 'none'; left: Left[] } | { kind: 'too-much' }

async function carrySlice(
  it: Change,
  { id, means, edit }: At,
  rows: BulkEdit['rows'],
): Promise<Result<Changed<null>, Nothing>> {
  const { outcomes, changed, facts, jobs } = await tryOut(it, means, { ...edit, rows })
  const left = outcomes.flatMap(({ id: record, outcome, why, says }) =>
    outcome === 'changes' ? [] : [why === null ? leftAs(record, alreadySo) : { id: record, why, says }],
  )
  if (changed.length === 0) return refuse({ kind: 'none', left })
  const all: [Fact, ...Fact[]] = [{ type: 'list-edit.carried-out', subject: subjectRef('list-edit', id) }, ...facts]
  if (!fitAnEntry(all)) return refuse({ kind: 'too-much' })
  await insertRows(it.tx, it.org, id, rowsOf(means, edit, changed))
  await settle(it.tx, it.org, id, { changed: changed.map(({ before }) => before.id), left })
  return ok({ value: null, facts: all, jobs })
}

function leftAs(id: string, why: string): Left {
  return { id, why, says: [{ message: why }] }
}

function leftBy({ error }: { error: Nothing | { kind: 'forbidden' } }): Left[] {
  return error.kind === 'none' ? error.left : []
}

async function undoSlice(it: Change, { id, means, edit }: At): Promise<Result<Changed<null>, never>> {
  const { undone, facts, jobs } = await giveBack(it, means, { id, change: edit.change, most: rowsInSlice })
  const subject = subjectRef('list-edit', id)
  const fact: Fact =
    undone.length > 0 ? { type: 'list-edit.undone', subject } : { type: 'list-edit.rows-kept', subject }
  return ok({ value: null, facts: [fact, ...facts], jobs })
}

async function stop(parts: SliceParts, at: At): Promise<never> {
  await moveTo(parts, at, 'stopped')
  throw new JobRefusal(lost)
}

const said = {
  done: { type: 'list-edit.finished' },
  stopped: { type: 'list-edit.stopped' },
  undone: { type: 'list-edit.undo-finished' },
} as const

/** The end is noted by the system, also where whoever asked may do nothing any more. */
async function moveTo({ door }: SliceParts, { id, org, means }: At, state: keyof typeof said): Promise<void> {
  const { permission } = means.editable
  const system: Who = { org, actor: 'system:bulk-edits', person: null, scopes: [permission] }
  await change(door, system, permission, async (it) => {
    await saveState(it.tx, org, id, { state })
    return ok({ value: null, facts: [{ ...said[state], subject: subjectRef('list-edit', id) }] })
  })
}

async function prepare(run: JobRun, { pool, book, editables }: SliceParts): Promise<At> {
  const org = run.org()
  const id = String(run.data['edit'])
  const found = await inOrganization(pool, org, (tx) => loadEdit(tx, org, id))
  const editable = editables.find(({ list }) => list === found?.list)
  if (!found?.asked_by || !editable) throw new JobRefusal('This change is not there any more.')
  const who = whoAsked(org, found.asked_by)
  const means: Means = { request: book.onBehalfOf(who), book, editable }
  const given = found.given as BulkEdit['given']
  const edit = { change: found.change, given }
  return { id, org, who, means, edit, state: asState(found.state), ordered: found.ordered ?? 0 }
}

// The column holds what `begin` wrote and nothing else.
function whoAsked(org: OrganizationId, asked: unknown): Who {
  const { actor, scopes } = asked as { actor: string; scopes: string[] | null }
  const person = actor.startsWith('person:') ? actor.slice('person:'.length) : null
  return { org, actor, person, ...(scopes && { scopes }) }
}
