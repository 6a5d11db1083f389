import { sql } from 'kysely'
import type { FastifyRequest } from 'fastify'
import { subjectRef } from '#kernel/id.ts'
import type { Said } from '#kernel/said.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact, Job } from '#platform/database/change.ts'
import type { EditableList, EditableRow, ListChange, RouteBook, Step } from '#platform/lists/index.ts'
import type { BulkEdit, RowOutcome } from './contract.ts'
import { fitAnEntry, outcomeOf, refusedBefore, saysSo } from './model.ts'
import { insertEdit, insertRows, type NewRow } from './store.ts'

/** What an edit of many is carried out with: the request, the routes of the house, the list. */
export type Means = { request: FastifyRequest; book: RouteBook; editable: EditableList }

export type CarryOutRefusal =
  | { kind: 'not-all'; problems: { path: string; message: string }[] }
  | { kind: 'nothing-changes' }
  | { kind: 'too-much' }
type Done = { id: string; changed: number; refused: RowOutcome[] }

/**
 * Makes one change to many rows, each through its record's own route at the version that was looked at: all of them, or
 * with `partial` those that can be. One entry of the log holds the facts of all.
 */
export async function carryOut(
  it: Change,
  means: Means,
  { partial, ...edit }: BulkEdit & { partial: boolean },
): Promise<Result<Changed<Done>, CarryOutRefusal>> {
  const { outcomes, changed, facts, jobs } = await tryOut(it, means, edit)
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused')
  if (refused.length > 0 && !partial) {
    const problems = outcomes.flatMap(({ name, why }, place) =>
      why === null ? [] : [{ path: `rows.${place}`, message: name ? `“${name}”: ${why}` : why }],
    )
    return refuse({ kind: 'not-all', problems })
  }
  if (changed.length === 0) return refuse({ kind: 'nothing-changes' })
  const { list } = means.editable
  const id = await insertEdit(it.tx, it.org, { list, change: edit.change, given: edit.given, by: it.actor })
  await insertRows(it.tx, it.org, id, rowsOf(means, edit, changed))
  const all: [Fact, ...Fact[]] = [{ type: 'list-edit.carried-out', subject: subjectRef('list-edit', id) }, ...facts]
  if (!fitAnEntry(all)) return refuse({ kind: 'too-much' })
  return ok({ value: { id, changed: changed.length, refused }, facts: all, jobs })
}

/** What is kept of each changed row, so that it can be taken back. */
export function rowsOf(means: Means, edit: { change: string }, changed: readonly Pair[]): NewRow[] {
  const { changes } = changeNamed(means, edit)
  return changed.map(({ before, after }) => ({
    record: before.id,
    before: before.values[changes]?.value ?? null,
    versionAfter: after.version,
  }))
}

export type Tried = { outcomes: RowOutcome[]; changed: Pair[]; facts: Fact[]; jobs: Job[] }
type Pair = { before: EditableRow; after: EditableRow }

/** Carries the change out for each row that takes it; the others are as before. A preview is this, rolled back. */
export async function tryOut(it: Change, means: Means, edit: BulkEdit): Promise<Tried> {
  const { editable } = means
  const change = changeNamed(means, edit)
  const ids = edit.rows.map(({ id }) => id)
  const before = byId(await editable.read(it.tx, it.org, ids))
  const refused = new Map<string, Said[]>()
  const same = new Set<string>()
  let waiting: EditableRow[] = []
  for (const { id, version } of edit.rows) {
    const row = before.get(id)
    const says = refusedBefore(row, version)
    if (says !== null || !row) refused.set(id, says ?? [])
    else if (saysSo(row, change, edit.given)) same.add(id)
    else waiting.push(row)
  }
  const done: { facts: Fact[]; jobs: Job[] }[] = []
  // One row may wait for another of the list: who was refused is asked again as long as others get on.
  for (let before = -1; waiting.length > 0 && before !== done.length; ) {
    before = done.length
    const left: EditableRow[] = []
    for (const row of waiting) {
      const acted = await actOn(it, means, { row, step: change.step(edit.given, row) })
      if (acted.ok) {
        done.push(acted)
        refused.delete(row.id)
      } else {
        refused.set(row.id, acted.says)
        left.push(row)
      }
    }
    waiting = left
  }
  const after = byId(await editable.read(it.tx, it.org, ids))
  const { changes } = change
  return {
    outcomes: ids.map((id) =>
      outcomeOf(
        { before: before.get(id), after: after.get(id), changes },
        { id, says: refused.get(id) ?? null, same: same.has(id) },
      ),
    ),
    changed: ids.flatMap((id) => {
      const pair = { before: before.get(id), after: after.get(id) }
      return refused.has(id) || same.has(id) || !pair.before || !pair.after
        ? []
        : [{ before: pair.before, after: pair.after }]
    }),
    facts: done.flatMap(({ facts }) => facts),
    jobs: done.flatMap(({ jobs }) => jobs),
  }
}

/** One row through its record's own route; what a refused one has written is rolled back. */
export async function actOn(
  it: Change,
  { request, book, editable }: Means,
  { row, step }: { row: EditableRow; step: Step },
): ReturnType<RouteBook['act']> {
  await sql`savepoint one_row`.execute(it.tx)
  const acted = await book.act(request, it, {
    method: step.method,
    url: `${routeOfOne(editable)}${step.below}`,
    params: row.at ?? { id: row.id },
    version: row.version,
    body: step.body,
  })
  await (acted.ok ? sql`release savepoint one_row` : sql`rollback to savepoint one_row`).execute(it.tx)
  return acted
}

/** The route of one record of the list. */
export function routeOfOne({ list, record = `${list}/:id` }: EditableList): string {
  return `/api/v1${record}`
}

export function byId(rows: readonly EditableRow[]): Map<string, EditableRow> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** The named change of this list. The route's schema takes no other name. */
export function changeNamed({ editable }: Means, { change }: { change: string }): ListChange {
  const found = editable.changes[change]
  if (!found) throw new Error(`${editable.list} has no change ${change}`)
  return found
}
