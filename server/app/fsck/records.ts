import type { ClientBase } from 'pg'
import type { Tell } from './finding.ts'
import { microseconds, readRows } from './rows.ts'
import { checkVersion, type ColumnKind, type StoredVersion, type TwinColumn } from './versions.ts'

/** A record table with its history twin. */
export type RecordTable = { name: string; columns: (TwinColumn & { type: string })[] }

const twinOwn = ['from_seq', 'to_seq', 'digest', 'salt', 'personal_digests', 'erased_seq']

/** `marked` as late where a restore has made the twin anew with all its columns. */
type CatalogueColumn = { name: string; type: string; at: number; live: boolean; marked: boolean }

export async function readRecordTables(client: ClientBase): Promise<RecordTable[]> {
  const { rows } = await client.query<{ name: string; columns: CatalogueColumn[] }>(`
    select c.relname as name,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'at', a.attnum,
             'marked', coalesce(col_description(c.oid, a.attnum) = 'late', false),
             'live', exists (select from pg_attribute l where l.attrelid = t.oid and l.attname = a.attname and not l.attisdropped))
             order by a.attnum) as columns
      from pg_class c
      join pg_class t on t.relname = c.relname and t.relnamespace = 'assay'::regnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'history'::regnamespace and c.relkind = 'r'
     group by c.relname order by c.relname`)
  return rows.map(({ name, columns }) => {
    const made = columns.find((column) => column.name === 'from_seq')?.at ?? 0
    return {
      name,
      columns: columns
        .filter((column) => !twinOwn.includes(column.name))
        .map((column) => ({
          name: column.name,
          type: column.type,
          kind: kindOf(column.type),
          late: column.marked || column.at > made,
          dropped: !column.live,
        })),
    }
  })
}

function kindOf(type: string): ColumnKind {
  if (type === 'boolean') return 'boolean'
  return type === 'integer' || type === 'smallint' ? 'integer' : 'text'
}

/** The text that a value enters its digest as; the same as `canonicalSql` of the trigger, without JSON's quotes. */
function asText(type: string, value: string): string {
  if (type.startsWith('timestamp')) return microseconds(value)
  if (type === 'bytea') return `encode(${value}, 'hex')`
  if (type.endsWith('[]')) return `to_jsonb(${value})::text`
  return `${value}::text`
}

type Row = {
  id: string
  from_seq: number
  to_seq: number | null
  digest: Buffer
  salt: Buffer | null
  personal: Record<string, string | null>
  erased_seq: number | null
  values: (string | null)[]
  live: (string | null)[] | null
  made_operation: string | null
  made_digest: Buffer | null
  ended_operation: string | null
  erasure_known: boolean
}

function versionsSql({ name, columns }: RecordTable): string {
  const list = (row: string, shown: typeof columns) =>
    `json_build_array(${shown.map((column) => asText(column.type, `${row}."${column.name}"`)).join(', ')})`
  const entryRow = (alias: string, seq: string) => `
    left join assay.entry_rows ${alias} on ${alias}.org_id = h.org_id and ${alias}.seq = ${seq}
      and ${alias}.table_name = '${name}' and ${alias}.row_id = h.id`
  return `
    select h.id, h.from_seq, h.to_seq, h.digest, h.salt, h.personal_digests as personal, h.erased_seq,
           ${list('h', columns)} as values,
           case when l.id is not null then ${list('l', liveColumns(columns))} end as live,
           m.operation as made_operation, m.digest as made_digest, e.operation as ended_operation,
           x.seq is not null as erasure_known
      from history."${name}" h
      left join assay."${name}" l on h.to_seq is null and l.org_id = h.org_id and l.id = h.id
      ${entryRow('m', 'h.from_seq')} ${entryRow('e', 'h.to_seq')} ${entryRow('x', 'h.erased_seq')}
     where h.org_id = $1 order by h.id, h.from_seq`
}

function liveColumns<Column extends TwinColumn>(columns: readonly Column[]): Column[] {
  return columns.filter(({ dropped }) => !dropped)
}

/** Every version of every row of one table: its digest, its span, the entries that made and ended it, the live row. */
export async function checkRecords(client: ClientBase, org: string, table: RecordTable, tell: Tell): Promise<number> {
  let versions = 0
  let before: StoredVersion | undefined
  for await (const row of readRows<Row>(client, versionsSql(table), [org])) {
    versions += 1
    const version = versionOf(table, row)
    for (const { where, words } of checkVersion(table.columns, version)) {
      const name = where === 'history' ? `history.${table.name}` : table.name
      tell({ what: where, table: name, row: version.id, seq: version.fromSeq, words })
    }
    const overlaps = before?.id === version.id && (before.toSeq === null || before.toSeq > version.fromSeq)
    if (overlaps) {
      const words = 'The version before it has not ended when this one begins.'
      tell({ what: 'history', table: `history.${table.name}`, row: version.id, seq: version.fromSeq, words })
    }
    before = version
  }
  await checkUnmatched(client, org, table, tell)
  return versions
}

function versionOf({ columns }: RecordTable, row: Row): StoredVersion {
  const named = (shown: readonly TwinColumn[], values: readonly (string | null)[]) =>
    Object.fromEntries(shown.map(({ name }, at) => [name, values[at] ?? null]))
  return {
    id: row.id,
    fromSeq: row.from_seq,
    toSeq: row.to_seq,
    digest: row.digest,
    salt: row.salt,
    personal: row.personal,
    erasedSeq: row.erased_seq,
    values: named(columns, row.values),
    live: row.live && named(liveColumns(columns), row.live),
    made: row.made_operation === null ? null : { operation: row.made_operation, digest: row.made_digest },
    ended: row.ended_operation === null ? null : { operation: row.ended_operation },
    erasureKnown: row.erasure_known,
  }
}

/** What entries say they did and no version shows, and rows that no version stands behind. */
async function checkUnmatched(client: ClientBase, org: string, { name }: RecordTable, tell: Tell): Promise<void> {
  const { rows: unmatched } = await client.query<{ row_id: string; seq: number; operation: string }>(
    `select r.row_id, r.seq, r.operation from assay.entry_rows r
      where r.org_id = $1 and r.table_name = $2 and not exists (select from history."${name}" h
        where h.org_id = r.org_id and h.id = r.row_id and case when r.operation = 'delete' then h.to_seq else h.from_seq end = r.seq)`,
    [org, name],
  )
  for (const { row_id: row, seq, operation } of unmatched) {
    const words =
      operation === 'delete'
        ? `No version ended with entry ${seq}, which deleted the row.`
        : `The version that entry ${seq} wrote is missing.`
    tell({ what: 'history', table: `history.${name}`, row, seq, words })
  }
  const { rows: unknown } = await client.query<{ id: string }>(
    `select l.id from assay."${name}" l where l.org_id = $1 and not exists (
       select from history."${name}" h where h.org_id = l.org_id and h.id = l.id and h.to_seq is null)`,
    [org],
  )
  for (const { id } of unknown) {
    tell({ what: 'record', table: name, row: id, seq: null, words: 'No entry of the log wrote this row.' })
  }
}

/** Entries that name a table that keeps no records. */
export async function checkTableNames(
  client: ClientBase,
  org: string,
  tables: readonly RecordTable[],
  tell: Tell,
): Promise<void> {
  const { rows } = await client.query<{ table_name: string; seq: number; row_id: string }>(
    'select table_name, seq, row_id from assay.entry_rows where org_id = $1 and table_name <> all ($2)',
    [org, tables.map(({ name }) => name)],
  )
  for (const { table_name, seq, row_id: row } of rows) {
    tell({
      what: 'entry-row',
      table: 'entry_rows',
      row,
      seq,
      words: `It names the table ${table_name}, which keeps no records.`,
    })
  }
}
