import type { Client } from 'pg'

/**
 * Dresses every table of schema `assay` for its class, which its comment states: `record: …`, `append-only: …` or
 * `operational: …` (`sealed` after the class: the application role may only read it). A record table gets its typed
 * history twin, the trigger that fills it, its as-of view and forced row-level security, so that no migration can
 * forget one of them. Throws on a table without a class or on a record table that lacks a column of every record.
 */
export async function dressTables(client: Client): Promise<void> {
  const tables = await readTables(client)
  for (const table of tables) {
    await client.query(securitySql(table))
    if (table.kind === 'record') await dressRecord(client, table)
    if (table.kind === 'append-only') await client.query(appendOnlySql(table))
  }
}

export type TableKind = 'record' | 'append-only' | 'operational'
type Column = { name: string; type: string; personal: boolean }
type Table = { name: string; kind: TableKind; sealed: boolean; columns: Column[] }

const everyRecordHas = ['org_id', 'id', 'version', 'created_at', 'changed_at']

export async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; comment: string | null; columns: Column[] }>(`
    select c.relname as name, obj_description(c.oid) as comment,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
             'personal', coalesce(col_description(c.oid, a.attnum) like 'personal%', false)) order by a.attnum) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'assay'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
     group by c.oid, c.relname order by c.relname`)
  return rows.map(({ name, comment, columns }) => {
    const stated = /^(record|append-only|operational)( sealed)?: \S/.exec(comment ?? '')
    if (!stated) {
      throw new Error(`Table ${name} states no class: comment on table ${name} is 'record|append-only|operational: …'`)
    }
    const table: Table = { name, kind: asKind(stated[1]), sealed: stated[2] !== undefined, columns }
    const missing = table.kind === 'record' ? everyRecordHas.filter((needed) => !has(table, needed)) : []
    if (missing.length > 0) throw new Error(`Record table ${name} lacks ${missing.join(', ')}`)
    if (table.kind === 'append-only' && !has(table, 'org_id')) throw new Error(`Append-only table ${name} lacks org_id`)
    return table
  })
}

function asKind(word: string | undefined): TableKind {
  if (word === 'record' || word === 'append-only' || word === 'operational') return word
  throw new Error(`unknown class ${word}`)
}

function has(table: Table, column: string): boolean {
  return table.columns.some(({ name }) => name === column)
}

function grants({ kind, sealed }: Table): string {
  if (sealed) return 'select'
  return kind === 'append-only' ? 'select, insert' : 'select, insert, update, delete'
}

function securitySql(table: Table): string {
  const name = `assay.${table.name}`
  const grant = `
    revoke all on ${name} from assay_app;
    grant ${grants(table)} on ${name} to assay_app;
    grant select on ${name} to assay_maintenance, assay_search;
    grant all on ${name} to assay_history;`
  return has(table, 'org_id') ? grant + tenantPolicies(name) : grant
}

/** Row-level security, forced: the application sees one organization; the roles without tenant are named one by one. */
function tenantPolicies(name: string): string {
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    drop policy if exists tenant on ${name};
    create policy tenant on ${name} to assay_app using (org_id = assay.current_org()) with check (org_id = assay.current_org());
    drop policy if exists keepers on ${name};
    create policy keepers on ${name} to assay_history, assay_owner using (true) with check (true);
    drop policy if exists readers on ${name};
    create policy readers on ${name} for select to assay_maintenance, assay_search using (true);`
}

function appendOnlySql(table: Table): string {
  const past = has(table, 'seq') ? 'seq <= assay.current_as_of()' : undefined
  const view = past
    ? `create view as_of.${table.name} with (security_invoker = true) as
         select ${table.columns.map(({ name }) => name).join(', ')} from assay.${table.name}
          where org_id = assay.current_org() and ${past};
       grant select on as_of.${table.name} to assay_app, assay_maintenance;`
    : ''
  return `
    create or replace trigger refuse_rewrite before update or delete on assay.${table.name}
      for each row execute function history.refuse_rewrite();
    create or replace trigger refuse_truncate before truncate on assay.${table.name}
      execute function history.refuse_truncate();
    ${view}`
}

async function dressRecord(client: Client, table: Table): Promise<void> {
  await client.query('set role assay_history')
  await client.query(twinSql(table))
  await addMissingColumns(client, table)
  await client.query(tenantPolicies(`history.${table.name}`))
  await client.query(recordFunctionSql(table))
  await client.query('reset role')
  await client.query(`
    create or replace trigger a_stamp before insert or update on assay.${table.name}
      for each row execute function history.stamp_row();
    create or replace trigger z_record after insert or update or delete on assay.${table.name}
      for each row execute function history.record_${table.name}();
    create or replace trigger refuse_truncate before truncate on assay.${table.name}
      execute function history.refuse_truncate();
    create view as_of.${table.name} with (security_invoker = true) as
      select ${columnList(table)} from history.${table.name}
       where org_id = assay.current_org() and from_seq <= assay.current_as_of()
         and (to_seq is null or to_seq > assay.current_as_of());
    grant select on as_of.${table.name} to assay_app, assay_maintenance;`)
}

function columnList({ columns }: Table, prefix = ''): string {
  return columns.map(({ name }) => `${prefix}"${name}"`).join(', ')
}

function twinSql(table: Table): string {
  const columns = table.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')
  return `
    create table if not exists history.${table.name} (
      ${columns},
      from_seq bigint not null, to_seq bigint, digest bytea not null,
      salt bytea, personal_digests jsonb not null default '{}', erased_seq bigint,
      primary key (org_id, id, from_seq));
    create unique index if not exists ${table.name}_open on history.${table.name} (org_id, id) where to_seq is null;
    create index if not exists ${table.name}_span on history.${table.name} (org_id, from_seq, to_seq);
    grant select on history.${table.name} to assay_app, assay_maintenance, assay_search;
    create or replace trigger refuse_truncate before truncate on history.${table.name}
      execute function history.refuse_truncate();`
}

async function addMissingColumns(client: Client, table: Table): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = ('history.' || $1)::regclass and attnum > 0 and not attisdropped`,
    [table.name],
  )
  const known = new Set(rows.map(({ name }) => name))
  for (const { name, type } of table.columns.filter((column) => !known.has(column.name))) {
    await client.query(`alter table history.${table.name} add column "${name}" ${type}`)
  }
}

/**
 * A column's value as canonical JSON text (RFC 8785): instants as microseconds since 1970 UTC, `bigint` and `numeric`
 * as strings, structured values as the string of their text, bytes in hex. PostgreSQL escapes JSON strings as the RFC does.
 */
export function canonicalSql({ name, type, personal }: Column, row: string): string {
  const value = `${row}."${name}"`
  if (personal) return `coalesce(to_json(personal ->> '${name}')::text, 'null')`
  return `coalesce(${encodingOf(type, value)}, 'null')`
}

function encodingOf(type: string, value: string): string {
  if (type === 'boolean' || type === 'integer' || type === 'smallint') return `${value}::text`
  if (type.startsWith('timestamp')) return `history.instant_json(${value})`
  if (type === 'bytea') return `'"' || encode(${value}, 'hex') || '"'`
  if (type.endsWith('[]')) return `to_json(to_jsonb(${value})::text)::text`
  if (type === 'real' || type === 'double precision')
    throw new Error(`${value}: floating point has no stable text; use numeric`)
  return `to_json(${value}::text)::text`
}

function recordFunctionSql(table: Table): string {
  const personal = table.columns.filter((column) => column.personal)
  const sorted = table.columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const canonical = sorted.map((column) => `'"${column.name}":' || ${canonicalSql(column, 'new')}`).join(` || ',' || `)
  const digestsOfPersonal = personal.map(
    ({ name }) => `'${name}', case when new."${name}" is null then null else
      encode(sha256(salt || convert_to('${name}', 'UTF8') || '\\x00'::bytea || convert_to(new."${name}"::text, 'UTF8')), 'hex') end`,
  )
  return `
    create or replace function history.record_${table.name}() returns trigger
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $record$
    declare
      this_seq bigint;
      born_here boolean := false;
      salt bytea;
      personal jsonb := '{}';
      row_digest bytea;
    begin
      if tg_op = 'DELETE' and history.is_removing(old.org_id) then
        return null;
      end if;
      this_seq := history.current_seq(case when tg_op = 'DELETE' then old.org_id else new.org_id end);
      if tg_op <> 'INSERT' then
        -- a second write within one change replaces the version that the first one made
        delete from history.${table.name} h where h.org_id = old.org_id and h.id = old.id and h.from_seq = this_seq;
        born_here := found;
        update history.${table.name} h set to_seq = this_seq
         where h.org_id = old.org_id and h.id = old.id and h.to_seq is null;
        born_here := born_here and not exists (select from history.${table.name} h
          where h.org_id = old.org_id and h.id = old.id and h.to_seq = this_seq);
      end if;
      if tg_op = 'DELETE' then
        delete from assay.entry_rows r where r.org_id = old.org_id and r.seq = this_seq
          and r.table_name = '${table.name}' and r.row_id = old.id;
        if not born_here then
          insert into assay.entry_rows (org_id, seq, table_name, row_id, operation, digest)
          values (old.org_id, this_seq, '${table.name}', old.id, 'delete', null);
        end if;
        return null;
      end if;
      ${personal.length > 0 ? `salt := uuid_send(gen_random_uuid());\n      personal := jsonb_build_object(${digestsOfPersonal.join(', ')});` : ''}
      row_digest := sha256(convert_to('{' || ${canonical} || '}', 'UTF8'));
      insert into history.${table.name} (${columnList(table)}, from_seq, digest, salt, personal_digests)
      values (${columnList(table, 'new.')}, this_seq, row_digest, salt, personal);
      insert into assay.entry_rows as r (org_id, seq, table_name, row_id, operation, digest)
      values (new.org_id, this_seq, '${table.name}', new.id, case when tg_op = 'INSERT' or born_here then 'insert' else 'update' end, row_digest)
      on conflict (org_id, seq, table_name, row_id) do update set operation = excluded.operation, digest = excluded.digest;
      return null;
    end $record$;`
}
