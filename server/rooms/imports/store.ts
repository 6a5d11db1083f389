import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { ImportView, RowView } from './contract.ts'
import type { ImportState, Mapping, RowEffect, RowProblem } from './model.ts'

function importsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('imports as i')
    .where('i.org_id', '=', org)
    .select([
      'i.id',
      'i.version',
      'i.register',
      'i.file_name',
      'i.columns',
      'i.mapping',
      'i.state',
      'i.row_count',
      'i.good_count',
      'i.bad_count',
      'i.committed_count',
      'i.undone_count',
      'i.kept_count',
      'i.left_count',
      'i.options',
      'i.job_id',
      'i.created_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof importsOf>['executeTakeFirstOrThrow']>>

function toView(row: Row): ImportView {
  const { id, version, register, columns, mapping, state } = row
  return ImportView.parse({
    id,
    version,
    register,
    columns,
    mapping,
    state,
    fileName: row.file_name,
    rows: row.row_count,
    good: row.good_count,
    bad: row.bad_count,
    committed: row.committed_count,
    undone: row.undone_count,
    kept: row.kept_count,
    left: row.left_count,
    options: row.options,
    job: row.job_id,
    createdAt: row.created_at,
  })
}

export async function listImports(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { register?: string | undefined },
): Promise<Page<ImportView>> {
  let rows = importsOf(tx, org)
  if (query.register) rows = rows.where('i.register', '=', query.register)
  const page = await readPage(rows, query, {
    orders: { createdAt: 'i.created_at' },
    fallback: '-createdAt',
    id: 'i.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findImport(tx: Transaction, org: OrganizationId, id: string): Promise<ImportView | undefined> {
  const row = await importsOf(tx, org).where('i.id', '=', id).executeTakeFirst()
  return row && toView(row)
}

/** One page of the file's rows in the file's order; `after` is the last number seen. */
export async function listRows(
  tx: Transaction,
  org: OrganizationId,
  { id, columns, kind }: { id: string; columns: readonly string[]; kind: string },
  { state, after, limit }: { state?: string | undefined; after: number; limit: number },
): Promise<{ items: RowView[]; next: string | null; total: number }> {
  let rows = tx.selectFrom('import_rows').where('org_id', '=', org).where('import_id', '=', id)
  if (state) rows = rows.where('state', '=', state)
  const counted = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const found = await rows
    .select(['number', 'cells', 'state', 'effect', 'problems', 'notes', 'record_id', 'record_kind'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit).map(({ number, cells, state: of, effect, problems, notes, ...became }) =>
    RowView.parse({
      number,
      cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
      state: of,
      effect,
      problems,
      notes,
      record: became.record_id ? `${became.record_kind ?? kind}:${became.record_id}` : null,
    }),
  )
  const last = items.at(-1)
  return { items, next: found.length > limit && last ? String(last.number) : null, total: Number(counted.total) }
}

export async function insertRows(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  rows: readonly string[][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows.slice(from, from + 500)
    await tx
      .insertInto('import_rows')
      .values(part.map((cells, at) => ({ org_id: org, import_id: id, number: from + at + 1, cells })))
      .execute()
  }
}

export type StoredRow = {
  number: number
  cells: string[]
  record_id: string | null
  record_kind: string | null
  was: object | null
}

export async function readRows(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  { state, after = 0, limit }: { state?: string; after?: number; limit: number },
): Promise<StoredRow[]> {
  let rows = tx
    .selectFrom('import_rows')
    .select(['number', 'cells', 'record_id', 'record_kind', 'was'])
    .where('org_id', '=', org)
    .where('import_id', '=', id)
    .where('number', '>', after)
  if (state) rows = rows.where('state', '=', state)
  const found = await rows.orderBy('number').limit(limit).execute()
  return found.map((row) => ({ ...row, was: isObject(row.was) ? row.was : null }))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** What became of a row. What is left out stays as it was. */
export type Checked = {
  number: number
  state: 'good' | 'bad' | 'committed' | 'undone' | 'kept' | 'left'
  problems: RowProblem[]
  record: string | null
  kind?: string | undefined
  was?: object | undefined
  effect?: RowEffect | null
  notes?: RowProblem[]
}

/** Writes what became of many rows in one statement. */
export async function markRows(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  rows: readonly Checked[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update import_rows r set state = m.state, problems = m.problems, record_id = m.record,
           record_kind = coalesce(m.kind, r.record_kind), was = coalesce(m.was, r.was),
           effect = coalesce(m.effect, r.effect), notes = coalesce(m.notes, r.notes)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (number integer, state text, problems jsonb, record uuid,
           kind text, was jsonb, effect text, notes jsonb)
     where r.org_id = ${org} and r.import_id = ${id} and r.number = m.number`.execute(tx)
}

/** Counts the rows anew and moves the import to `state`. */
export async function updateImport(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  values: {
    state?: ImportState
    mapping?: Mapping
    options?: Record<string, string>
    askedBy?: string
    job?: string | null
  },
): Promise<void> {
  const count = (state: string) =>
    sql<number>`(select count(*)::integer from import_rows r where r.org_id = ${org} and r.import_id = ${id} and r.state = ${state})`
  const { state, mapping, options, askedBy, job } = values
  await tx
    .updateTable('imports')
    .set({
      good_count: count('good'),
      bad_count: count('bad'),
      committed_count: count('committed'),
      undone_count: count('undone'),
      kept_count: count('kept'),
      left_count: count('left'),
      ...(state && { state }),
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(options && { options: JSON.stringify(options) }),
      ...(askedBy && { asked_by: askedBy }),
      ...(job !== undefined && { job_id: job }),
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}
