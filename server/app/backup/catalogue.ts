import type { ClientBase } from 'pg'

/** A table whose rows a backup carries, with the columns in the order they are written. */
export type CopiedTable = { schema: 'assay' | 'history' | 'identity'; name: string; columns: string[] }

/** A column of a history twin as the digests of its rows depend on it: what is late was unknown to versions before. */
export type TwinColumn = { table: string; name: string; type: string; late: boolean }

// Sign-ins and links to new passwords end with a restore, alarms are found anew, and which migrations ran is told by running them.
const leftOut = [
  'assay.migrations',
  'assay.log_alarms',
  'identity.session',
  'identity.verification',
  'identity.password_resets',
]

export async function readCopiedTables(client: ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(
    `select n.nspname as schema, c.relname as name, json_agg(a.attname order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname in ('assay', 'history', 'identity') and c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname || '.' || c.relname <> all ($1)
      group by n.nspname, c.relname order by n.nspname, c.relname`,
    [leftOut],
  )
  return rows
}

export async function readTwinColumns(client: ClientBase): Promise<TwinColumn[]> {
  const { rows } = await client.query<TwinColumn>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           a.attnum > f.attnum or coalesce(col_description(c.oid, a.attnum) = 'late', false) as late
      from pg_class c
      join pg_attribute f on f.attrelid = c.oid and f.attname = 'from_seq'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'history'::regnamespace and c.relkind = 'r'
       and a.attname not in ('from_seq', 'to_seq', 'digest', 'salt', 'personal_digests', 'erased_seq')
     order by c.relname, a.attnum`)
  return rows
}

export function qualified({ schema, name }: Pick<CopiedTable, 'schema' | 'name'>): string {
  return `${schema}."${name.replaceAll('"', '""')}"`
}

export function columnList({ columns }: CopiedTable): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
}
