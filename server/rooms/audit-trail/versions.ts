import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Looking, Subjects } from '#platform/subjects.ts'
import { compareVersions, type FieldChange, idsIn, type Reading, type Version } from './model.ts'

/** A row that an entry changed. */
export type ChangedRow = { seq: number; table: string; id: string }

/** The rows that these entries changed, of these records only. */
export async function rowsOfRecords(
  tx: Transaction,
  org: OrganizationId,
  wanted: readonly { seq: number; id: string }[],
): Promise<ChangedRow[]> {
  const ids = wanted.filter(({ id }) => /^[0-9a-f-]{36}$/.test(id))
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('entry_rows')
    .select(['seq', 'table_name', 'row_id'])
    .where('org_id', '=', org)
    .where('seq', 'in', [...new Set(ids.map(({ seq }) => seq))])
    .where('row_id', 'in', [...new Set(ids.map(({ id }) => id))])
    .execute()
  return rows.map(({ seq, table_name, row_id }) => ({ seq, table: table_name, id: row_id }))
}

/**
 * What each of these rows was before and after its entry, field by field, read from the history twins. The one place of
 * the rooms that names a schema: a difference needs two versions at once, which no instant shows.
 */
export async function readChanges(
  at: Looking,
  subjects: Subjects,
  rows: readonly ChangedRow[],
  { whole = false }: { whole?: boolean } = {},
): Promise<(row: ChangedRow) => FieldChange[]> {
  const { tx, org } = at
  const tables = [...new Set(rows.map(({ table }) => table))]
  const shapes = await readShapes(tx, tables)
  const versions = new Map<string, Version>()
  const mentioned: Mentioned[] = []
  for (const [table, { references }] of shapes) {
    const own = rows.filter((row) => row.table === table)
    for (const version of await readVersions(tx, org, table, own)) {
      const { before, after, columns } = version
      if (after !== null) versions.set(`after ${after} ${table} ${version.id}`, version)
      if (before !== null) versions.set(`before ${before} ${table} ${version.id}`, version)
      mentioned.push(...mentionedIn(columns, { table, references }))
    }
  }
  const names = await namesOf(at, subjects, mentioned)
  return ({ seq, table, id }) => {
    const shape = shapes.get(table)
    if (!shape) return []
    const [before, after] = ['before', 'after'].map((which) => versions.get(`${which} ${seq} ${table} ${id}`))
    return compareVersions(before, after, { ...shape, names, whole })
  }
}

/** An id with the table that may know its name, or a reference, which the rooms name. */
type Mentioned = { table: string; id: string } | { ref: string }

function mentionedIn(
  columns: Record<string, unknown>,
  { table, references }: Pick<Shape, 'references'> & { table: string },
): Mentioned[] {
  return Object.entries(columns).flatMap(([column, value]): Mentioned[] => {
    const { ids, refs } = idsIn(value)
    const target = references.get(column)
    // No foreign key says what the ids in a list are: people, or records of the same kind.
    const targets = target ? [target] : ['people', table]
    return [
      ...refs.map((ref) => ({ ref })),
      ...refs.filter((ref) => ref.startsWith('person:')).map((ref) => ({ table: 'people', id: ref.slice(7) })),
      ...ids.flatMap((id) => targets.map((one) => ({ table: one, id }))),
    ]
  })
}

/** By id and by reference. What may not be seen or is gone has no name. */
async function namesOf(
  at: Looking,
  subjects: Subjects,
  mentioned: readonly Mentioned[],
): Promise<ReadonlyMap<string, string>> {
  const refs = [...new Set(mentioned.flatMap((it) => ('ref' in it ? [it.ref] : [])))]
  const names = await readNames(
    at.tx,
    at.org,
    mentioned.flatMap((it) => ('ref' in it ? [] : [it])),
  )
  for (const { ref, name } of refs.length > 0 ? await subjects.read(at, refs) : []) names.set(ref, name)
  return names
}

type Shape = Omit<Reading, 'names'> & { references: ReadonlyMap<string, string> }

/** Lists that the rooms' own words limit and the schema does not. */
const codedElsewhere = ['kind', 'template', 'sector', 'trigger_id', 'rule', 'step', 'queue']

/**
 * From the catalogue: personal columns, bytes that nobody reads, columns that a check holds to a list of words, and which
 * table a column refers to.
 */
async function readShapes(tx: Transaction, tables: readonly string[]): Promise<Map<string, Shape>> {
  if (tables.length === 0) return new Map()
  const { rows } = await sql<{
    name: string
    personal: string[] | null
    secret: string[] | null
    coded: string[] | null
    refs: [string, string][] | null
  }>`
    select c.relname as name,
           (select json_agg(a.attname) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and col_description(c.oid, a.attnum) like 'personal%') as personal,
           (select json_agg(a.attname) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype) as secret,
           (select json_agg(a.attname) from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
             where k.conrelid = c.oid and k.contype = 'c' and cardinality(k.conkey) = 1
               and pg_get_constraintdef(k.oid) like '%ARRAY[%') as coded,
           (select json_agg(json_build_array(a.attname, t.relname))
              from pg_constraint k join pg_class t on t.oid = k.confrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'org_id'
             where k.conrelid = c.oid and k.contype = 'f' and t.relnamespace = c.relnamespace) as refs
      from pg_class c
     where c.relnamespace = 'assay'::regnamespace and c.relname = any (${tables as string[]})
       and to_regclass('history.' || quote_ident(c.relname)) is not null`.execute(tx)
  return new Map(
    rows.map(({ name, personal, secret, coded, refs }) => [
      name,
      {
        personal: new Set(personal),
        secret: new Set(secret),
        coded: new Set([...(coded ?? []), ...codedElsewhere]),
        references: new Map(refs),
      },
    ]),
  )
}

type StoredVersion = Version & { id: string; after: number | null; before: number | null }

async function readVersions(
  tx: Transaction,
  org: OrganizationId,
  table: string,
  wanted: readonly ChangedRow[],
): Promise<StoredVersion[]> {
  const seqs = wanted.map(({ seq }) => seq)
  const { rows } = await sql<{
    id: string
    from_seq: number
    to_seq: number | null
    erased: boolean
    version: unknown
  }>`
    select h.id, h.from_seq, h.to_seq, h.erased_seq is not null as erased,
           to_jsonb(h) - ${twinColumns}::text[] as version
      from ${sql.id('history', table)} h
     where h.org_id = ${org} and h.id = any (${wanted.map(({ id }) => id)})
       and (h.from_seq = any (${seqs}) or h.to_seq = any (${seqs}))`.execute(tx)
  return rows.map(({ id, from_seq, to_seq, erased, version }) => ({
    id,
    erased,
    after: from_seq,
    before: to_seq,
    columns: version as Record<string, unknown>,
  }))
}

const twinColumns = ['from_seq', 'to_seq', 'digest', 'salt', 'personal_digests', 'erased_seq']

/** What the referred rows are called by now: their newest name or title, or which number or edition they are. */
async function readNames(
  tx: Transaction,
  org: OrganizationId,
  references: readonly { table: string; id: string }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const table of new Set(references.map((it) => it.table))) {
    const label = await labelColumn(tx, table)
    if (!label) continue
    const ids = [...new Set(references.filter((it) => it.table === table).map(({ id }) => id))]
    const { rows } = await sql<{ id: string; label: string | null }>`
      select distinct on (id) id, ${sql.id(label)}::text as label from ${sql.id('history', table)}
       where org_id = ${org} and id = any (${ids}) order by id, from_seq desc`.execute(tx)
    for (const { id, label: name } of rows)
      names.set(id, name === null ? 'erased' : counted.has(label) ? `${label} ${name}` : name)
  }
  return names
}

async function labelColumn(tx: Transaction, table: string): Promise<string | undefined> {
  const { rows } = await sql<{ attname: string }>`
    select attname from pg_attribute
     where attrelid = to_regclass('history.' || quote_ident(${table})) and attname = any (${labels}::text[])
     order by array_position(${labels}::text[], attname::text) limit 1`.execute(tx)
  return rows[0]?.attname
}

/** The column that a row is called by, the best one first. */
const labels = ['name', 'title', 'number', 'edition']
const counted: ReadonlySet<string> = new Set(['number', 'edition'])
