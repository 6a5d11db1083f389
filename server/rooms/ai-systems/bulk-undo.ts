import { sql } from 'kysely'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { type Changeable, changeOf, columnsBefore, Remembered } from './bulk-store.ts'
import { BulkChange, bulkPart, type BulkView } from './contract.ts'
import { asWord, personOf } from './rows.ts'
import { updateAiSystem } from './store.ts'

export type UndoRefusal = { kind: 'not-found' } | { kind: 'already-undone' }
type Undone = { undone: number; changedSince: number; remaining: number }

/**
 * Undoes an edit of many, at most 500 systems a call; call again while `remaining` is above zero. A system that somebody
 * changed again since keeps its newer value and is counted in `changedSince`.
 */
export async function undoBulkEdit(it: Change, batch: string): Promise<Result<Changed<Undone>, UndoRefusal>> {
  const { tx, org } = it
  const edit = await tx
    .selectFrom('bulk_edits')
    .select(['change', 'state'])
    .where('org_id', '=', org)
    .where('id', '=', batch)
    .executeTakeFirst()
  if (!edit) return refuse({ kind: 'not-found' })
  if (edit.state === 'undone') return refuse({ kind: 'already-undone' })
  const change = BulkChange.parse(edit.change)

  const rows = await openRows(tx, org, batch)
  const facts: [Fact, ...Fact[]] = [{ type: 'bulk-edit.undone', subject: subjectRef('bulk-edit', batch) }]
  const changedSince: string[] = []
  for (const { id, system_id, before, now } of rows.slice(0, bulkPart)) {
    if (!now || !changeOf(change, now).same) {
      changedSince.push(id)
      continue
    }
    await updateAiSystem(tx, org, system_id, columnsBefore(change, before))
    facts.push({ type: 'ai-system.edited', subject: subjectRef('ai-system', system_id) })
  }
  const done = rows.slice(0, bulkPart).map(({ id }) => id)
  await setRowState(
    it,
    'undone',
    done.filter((id) => !changedSince.includes(id)),
  )
  await setRowState(it, 'changed-since', changedSince)
  const remaining = await countOpen(tx, org, batch)
  if (remaining === 0) {
    await tx
      .updateTable('bulk_edits')
      .set({ state: 'undone' })
      .where('org_id', '=', org)
      .where('id', '=', batch)
      .execute()
  }
  return ok({
    value: { undone: done.length - changedSince.length, changedSince: changedSince.length, remaining },
    facts,
  })
}

type Open = { id: string; system_id: string; before: Changeable; now: Changeable | null }

async function openRows(tx: Transaction, org: OrganizationId, batch: string): Promise<Open[]> {
  const rows = await tx
    .selectFrom('bulk_edit_rows as r')
    .leftJoin('ai_systems as s', (join) => join.onRef('s.org_id', '=', 'r.org_id').onRef('s.id', '=', 'r.system_id'))
    .select(['r.id', 'r.system_id', 'r.before', 's.id as there'])
    .select(['s.owner_id', 's.unit_id', 's.scope', 's.scope_reason', 's.scope_decided_on', 's.scope_decided_by'])
    .where('r.org_id', '=', org)
    .where('r.bulk_edit_id', '=', batch)
    .where('r.state', '=', 'done')
    .orderBy('r.id')
    .limit(bulkPart)
    .execute()
  return rows.map(({ id, system_id, before, there, scope, scope_reason, ...now }) => ({
    id,
    system_id,
    before: Remembered.parse(before),
    now: there === null ? null : { ...now, scope: scope ?? '', scope_reason: scope_reason ?? '' },
  }))
}

async function setRowState({ tx, org }: Change, state: 'undone' | 'changed-since', ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('bulk_edit_rows').set({ state }).where('org_id', '=', org).where('id', 'in', ids).execute()
}

async function countOpen(tx: Transaction, org: OrganizationId, batch: string): Promise<number> {
  const counted = await tx
    .selectFrom('bulk_edit_rows')
    .select(sql<number>`count(*)`.as('open'))
    .where('org_id', '=', org)
    .where('bulk_edit_id', '=', batch)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  return Number(counted.open)
}

/** The edits of many, newest first. */
export async function listBulkEdits(tx: Transaction, org: OrganizationId, query: PageQuery): Promise<Page<BulkView>> {
  const countWhere = (state: string) => sql<number>`(select count(*) from bulk_edit_rows r
    where r.org_id = b.org_id and r.bulk_edit_id = b.id and (${state} = '' or r.state = ${state}))`
  const rows = tx
    .selectFrom('bulk_edits as b')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'b.org_id').onRef('p.id', '=', 'b.done_by'))
    .where('b.org_id', '=', org)
    .select(['b.id', 'b.change', 'b.state', 'b.done_by', 'p.name as done_by_name', 'b.created_at'])
    .select([countWhere('').as('systems'), countWhere('changed-since').as('changed_since')])
  const page = await readPage(rows, query, { orders: { doneAt: 'b.created_at' }, fallback: '-doneAt', id: 'b.id' })
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      change: BulkChange.parse(row.change),
      state: asWord(['done', 'undone'] as const, row.state),
      systems: Number(row.systems),
      changedSince: Number(row.changed_since),
      doneBy: personOf(row.done_by, row.done_by_name),
      doneAt: row.created_at,
    })),
  }
}
