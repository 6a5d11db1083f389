import { annexAControls } from '@assay/frameworks'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { MadeFrom } from '#platform/documents/index.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { KeptDecision } from './rules/applicability.ts'
import type { StatementHead } from './contract.ts'
import { formats } from './model.ts'
import { asFormat, asStatementState, type Format, named } from './rows.ts'

const authorsOf = sql<
  { id: string; name: string | null }[]
>`(select coalesce(json_agg(json_build_object('id', a.id, 'name', w.name)
  order by a.place), '[]') from unnest(s.authors) with ordinality a(id, place)
  left join people w on w.org_id = s.org_id and w.id = a.id)`.as('writers')
// Files are made a moment after the approval and never change: whoever looks at an earlier instant gets the same ones.
const filesOf = sql<{ format: string; sha256: string; size: number }[]>`(select coalesce(json_agg(json_build_object(
  'format', f.format, 'sha256', f.sha256, 'size', f.size) order by array_position(array['pdf', 'docx', 'xlsx', 'csv'], f.format)), '[]')
  from assay.applicability_files f where f.org_id = s.org_id and f.statement_id = s.id)`.as('files')
const countsOf = sql<{ included: number; excluded: number; undecided: number }>`(select json_build_object(
  'included', count(*) filter (where decision = 'included'), 'excluded', count(*) filter (where decision = 'excluded'),
  'undecided', count(*) filter (where decision = 'undecided'))
  from applicability_rows r where r.org_id = s.org_id and r.statement_id = s.id)`.as('counts')

function statementsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('applicability_statements as s')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.approved_by'))
    .where('s.org_id', '=', org)
    .select(['s.id', 's.version', 's.number', 's.state', 's.summary', 's.approved_by', 's.approved_on'])
    .select(['s.approval_note', 's.approved_alone', 's.approved_seq', 's.superseded_on', 's.created_at'])
    .select(['p.name as approver', authorsOf, filesOf, countsOf])
}

type Row = Awaited<ReturnType<ReturnType<typeof statementsOf>['executeTakeFirstOrThrow']>>

function toHead(row: Row): StatementHead {
  const { id, version, number, summary, counts } = row
  const by = row.approved_by && named(row.approved_by, row.approver)
  return {
    id,
    version,
    number,
    summary,
    counts,
    state: asStatementState(row.state),
    authors: row.writers.map((writer) => named(writer.id, writer.name)),
    approval:
      by && row.approved_on ? { by, on: row.approved_on, note: row.approval_note, alone: row.approved_alone } : null,
    approvedSeq: row.approved_seq === null ? null : Number(row.approved_seq),
    supersededOn: row.superseded_on,
    files: row.files.map((file) => ({ ...file, format: asFormat(file.format) })),
    createdAt: row.created_at,
  }
}

/** One page of versions, the newest first. */
export async function listStatements(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { state?: string | undefined },
): Promise<Page<StatementHead>> {
  let rows = statementsOf(tx, org)
  if (query.state) rows = rows.where('s.state', '=', query.state)
  const page = await readPage(rows, query, { orders: { number: 's.number' }, fallback: '-number', id: 's.id' })
  return { ...page, items: page.items.map(toHead) }
}

export async function findStatement(
  tx: Transaction,
  org: OrganizationId,
  wanted: { id: string } | { state: 'draft' | 'approved' },
): Promise<StatementHead | undefined> {
  const rows = statementsOf(tx, org)
  const one = 'id' in wanted ? rows.where('s.id', '=', wanted.id) : rows.where('s.state', '=', wanted.state)
  const row = await one.executeTakeFirst()
  return row && toHead(row)
}

/**
 * Starts the next version: a row for each control of Annex A, always, and whatever the approved version holds; its decisions are
 * taken over, to be looked at again.
 */
export async function insertStatement(tx: Transaction, org: OrganizationId, author: string): Promise<string> {
  const id = uuidv7()
  await sql`insert into applicability_statements (org_id, id, number, authors)
    select ${org}, ${id}, coalesce(max(number), 0) + 1, array[${author}::uuid] from applicability_statements
     where org_id = ${org}`.execute(tx)
  const always = annexAControls().map(({ key }) => key)
  await sql`insert into applicability_rows (org_id, id, statement_id, requirement, decision, reasons, exclusion)
    select ${org}, gen_random_uuid(), ${id}, coalesce(a.requirement, b.requirement), coalesce(b.decision, 'undecided'),
           coalesce(b.reasons, '[]'), b.exclusion
      from unnest(${always}::text[]) a(requirement)
      full join (select r.requirement, r.decision, r.reasons, r.exclusion from applicability_rows r
                   join applicability_statements s on s.org_id = r.org_id and s.id = r.statement_id and s.state = 'approved'
                  where r.org_id = ${org}) b on b.requirement = a.requirement`.execute(tx)
  return id
}

export async function saveStatement(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  set: {
    state?: StatementHead['state']
    summary?: string
    authors?: string[]
    approval?: { by: string; on: string; note: string; seq: number; alone: boolean }
    supersededOn?: string
    madeFrom?: MadeFrom
  },
): Promise<void> {
  const { state, summary, authors, approval, supersededOn, madeFrom } = set
  await tx
    .updateTable('applicability_statements')
    .set({
      ...(state && { state }),
      ...(summary !== undefined && { summary }),
      ...(authors && { authors }),
      ...(supersededOn && { superseded_on: supersededOn }),
      ...(madeFrom && { made_from: JSON.stringify(madeFrom) }),
      ...(approval && {
        approved_by: approval.by,
        approved_on: approval.on,
        approval_note: approval.note,
        approved_seq: approval.seq,
        approved_alone: approval.alone,
      }),
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Versions that were approved and lack a file of some format. */
export async function listWithoutFiles(tx: Transaction, org: OrganizationId): Promise<string[]> {
  const rows = await tx
    .selectFrom('applicability_statements as s')
    .select('s.id')
    .where('s.org_id', '=', org)
    .where('s.approved_seq', 'is not', null)
    .where(sql<boolean>`(select count(*) from applicability_files f
      where f.org_id = s.org_id and f.statement_id = s.id) < ${formats.length}`)
    .orderBy('s.number')
    .execute()
  return rows.map(({ id }) => id)
}

/** What the files of an approved version say they were made from; undefined before they were made. */
export async function findMadeFrom(tx: Transaction, org: OrganizationId, id: string): Promise<MadeFrom | undefined> {
  const row = await tx
    .selectFrom('applicability_statements')
    .select('made_from')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.made_from ? asMadeFrom(row.made_from) : undefined
}

// The column holds what `saveStatement` wrote and nothing else.
function asMadeFrom(json: unknown): MadeFrom {
  return json as MadeFrom
}

/** Adds the writer to the authors of the draft: who decided a row does not approve it. */
export async function addAuthor(tx: Transaction, org: OrganizationId, id: string, author: string): Promise<void> {
  await sql`update applicability_statements set authors = authors || ${author}::uuid
    where org_id = ${org} and id = ${id} and not ${author}::uuid = any(authors)`.execute(tx)
}

export async function insertRow(tx: Transaction, org: OrganizationId, statement: string, requirement: string) {
  const id = uuidv7()
  await tx.insertInto('applicability_rows').values({ org_id: org, id, statement_id: statement, requirement }).execute()
  return id
}

export async function deleteRow(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await tx.deleteFrom('applicability_rows').where('org_id', '=', org).where('id', '=', id).execute()
}

export async function saveDecision(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  decided: KeptDecision,
): Promise<void> {
  await tx
    .updateTable('applicability_rows')
    .set({
      decision: decided.decision,
      reasons: JSON.stringify(decided.decision === 'included' ? decided.reasons : []),
      exclusion: decided.decision === 'excluded' ? decided.reason : null,
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Freezes how far a row was, and by what, when its version was approved. */
export async function freezeRow(
  tx: Transaction,
  org: OrganizationId,
  { id, status, controls }: { id: string; status: string | null; controls: object[] },
): Promise<void> {
  await tx
    .updateTable('applicability_rows')
    .set({ approved_status: status, approved_controls: JSON.stringify(controls) })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function insertFile(
  tx: Transaction,
  org: OrganizationId,
  it: { statement: string; format: Format; blob: string; sha256: string; size: number },
): Promise<void> {
  const { statement, format, blob, sha256, size } = it
  await tx
    .insertInto('applicability_files')
    .values({ org_id: org, id: uuidv7(), statement_id: statement, format, blob_id: blob, sha256, size })
    .execute()
}

export async function findFile(
  tx: Transaction,
  org: OrganizationId,
  { id, format }: { id: string; format: Format },
): Promise<{ blob: string } | undefined> {
  const row = await tx
    // the same as `filesOf`: files of today, whatever instant is looked at
    .withSchema('assay')
    .selectFrom('applicability_files')
    .select('blob_id')
    .where('org_id', '=', org)
    .where('statement_id', '=', id)
    .where('format', '=', format)
    .executeTakeFirst()
  return row && { blob: row.blob_id }
}

/** The last version that was approved before the one of this number. */
export async function findApprovedBefore(
  tx: Transaction,
  org: OrganizationId,
  number: number,
): Promise<{ id: string; number: number } | null> {
  const found = await tx
    .selectFrom('applicability_statements')
    .select(['id', 'number'])
    .where('org_id', '=', org)
    .where('state', 'in', ['approved', 'superseded'])
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
