import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type BulkChange, bulkMost, type BulkPart, type BulkPreview, type BulkPreviewView } from './contract.ts'
import { matchingIds } from './list.ts'
import { dayOf, type ReferenceRefusal } from './register.ts'
import { findMissing, missingReference } from './store.ts'
import { changeOf, type Before, setColumns, valueIn } from './bulk-store.ts'

type PreviewRefusal = ReferenceRefusal | { kind: 'too-many'; matching: string } | { kind: 'nothing-chosen' }

/** What an edit of many would do: which systems it would change, and how the first twenty would read. Changes nothing. */
export async function previewBulkEdit(
  tx: Transaction,
  org: OrganizationId,
  { change, chosen }: BulkPreview,
): Promise<Result<BulkPreviewView, PreviewRefusal>> {
  const problems = await findMissing(tx, org, referencesOf(change))
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const ids = 'ids' in chosen ? chosen.ids : await matchingIds(tx, org, chosen.matching, bulkMost)
  if (ids.length > bulkMost) return refuse({ kind: 'too-many', matching: `more than ${bulkMost}` })
  const rows = await readBefore(tx, org, ids)
  if (rows.length === 0) return refuse({ kind: 'nothing-chosen' })
  if ('ids' in chosen && rows.length < new Set(ids).size) {
    return refuse({ kind: 'no-such-reference', problems: [missingReference('chosen.ids')] })
  }
  const changing = rows.filter((row) => !changeOf(change, row).same)
  const names = await namesOf(tx, org, change, changing.slice(0, sampleSize))
  return ok({
    chosen: rows.length,
    ids: changing.map(({ id }) => id),
    sample: changing.slice(0, sampleSize).map((row) => ({
      id: row.id,
      name: row.name,
      before: valueIn(change.set, row, names),
      after: valueIn(change.set, changeOf(change, row).after, names),
    })),
  })
}

const sampleSize = 20

function referencesOf(change: BulkChange): { owner?: string | null; unit?: string | null } {
  if (change.set === 'owner') return { owner: change.owner }
  return change.set === 'unit' ? { unit: change.unit } : {}
}

async function readBefore(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<Before[]> {
  if (ids.length === 0) return []
  return await tx
    .selectFrom('ai_systems')
    .select(['id', 'name', 'owner_id', 'unit_id', 'scope', 'scope_reason', 'scope_decided_on', 'scope_decided_by'])
    .where('org_id', '=', org)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

async function namesOf(
  tx: Transaction,
  org: OrganizationId,
  change: BulkChange,
  rows: readonly Before[],
): Promise<Map<string, string>> {
  const table = change.set === 'owner' ? 'people' : 'units'
  const ids = rows.flatMap(({ owner_id, unit_id }) => [owner_id, unit_id])
  if (change.set === 'owner') ids.push(change.owner)
  if (change.set === 'unit') ids.push(change.unit)
  const found = await tx
    .selectFrom(table)
    .select(['id', 'name'])
    .where('org_id', '=', org)
    .where('id', '=', sql<string>`any(${ids.filter((id) => id !== null)}::uuid[])`)
    .execute()
  return new Map(found.map(({ id, name }) => [id, name ?? 'Erased person']))
}

export type BulkRefusal = ReferenceRefusal | { kind: 'another-change' } | { kind: 'already-undone' }
type Part = { batch: string; changed: number; unchanged: number }

/** One part of an edit of many: at most 500 systems in one change, all or none. Parts of one edit share its `batch`. */
export async function editInBulk(
  it: Change,
  { batch, change, ids }: BulkPart,
): Promise<Result<Changed<Part>, BulkRefusal>> {
  const problems = await findMissing(it.tx, it.org, referencesOf(change))
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const rows = await readBefore(it.tx, it.org, ids)
  if (rows.length < ids.length) return refuse({ kind: 'no-such-reference', problems: [missingReference('ids')] })
  const refused = await openBatch(it, batch, change)
  if (refused) return refuse(refused)

  const changing = rows.filter((row) => !changeOf(change, row).same)
  if (changing.length > 0) {
    await rememberBefore(it, batch, changing)
    await it.tx
      .updateTable('ai_systems')
      .set(setColumns(change, { on: dayOf(it.now), by: it.person }))
      .where('org_id', '=', it.org)
      .where('id', '=', sql<string>`any(${changing.map(({ id }) => id)}::uuid[])`)
      .execute()
  }
  const type = change.set === 'scope' ? 'ai-system.scope-decided' : 'ai-system.edited'
  const facts: [Fact, ...Fact[]] = [
    { type: 'bulk-edit.carried-out', subject: subjectRef('bulk-edit', batch) },
    ...changing.map(({ id }) => ({ type, subject: subjectRef('ai-system', id) })),
  ]
  return ok({ value: { batch, changed: changing.length, unchanged: rows.length - changing.length }, facts })
}

/** The batch of this edit, opened by its first part. */
async function openBatch({ tx, org, person }: Change, batch: string, change: BulkChange): Promise<BulkRefusal | null> {
  const stated = JSON.stringify(change)
  const { rows } = await sql<{ same: boolean; state: string }>`
    select change = ${stated}::jsonb as same, state from bulk_edits where org_id = ${org} and id = ${batch}`.execute(tx)
  const known = rows[0]
  if (known)
    return known.state === 'undone' ? { kind: 'already-undone' } : known.same ? null : { kind: 'another-change' }
  await tx.insertInto('bulk_edits').values({ org_id: org, id: batch, change: stated, done_by: person }).execute()
  return null
}

async function rememberBefore({ tx, org }: Change, batch: string, rows: readonly Before[]): Promise<void> {
  await tx
    .insertInto('bulk_edit_rows')
    .values(
      rows.map(({ id, name: _name, ...before }) => ({
        org_id: org,
        id: uuidv7(),
        bulk_edit_id: batch,
        system_id: id,
        before: JSON.stringify(before),
      })),
    )
    // a system that an earlier part changed keeps the value that it had before the whole edit
    .onConflict((conflict) => conflict.columns(['org_id', 'bulk_edit_id', 'system_id']).doNothing())
    .execute()
}
