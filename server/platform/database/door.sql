-- Run after the tables exist: the functions through which alone a change begins and ends. The history role owns them.
set role assay_history;

-- The sequence number of the change that this transaction holds open; raises when there is none.
create or replace function history.current_seq(org uuid) returns bigint
  language plpgsql stable security definer set search_path = assay, pg_temp as $$
declare
  open bigint;
begin
  select size into open from organization_logs where org_id = org and xid = pg_current_xact_id();
  if open is null or open is distinct from nullif(current_setting('app.seq', true), '')::bigint then
    raise exception 'write outside of a change' using errcode = '42501', hint = 'Writes go through change().';
  end if;
  return open;
end $$;

-- Takes the organization's lock, then the next place in its log. Ids, seq and instant come back; the caller's
-- transaction now speaks for this organization.
create or replace function history.begin_change(org uuid, clock timestamptz default null)
  returns table (seq bigint, recorded_at timestamptz)
  language plpgsql security definer set search_path = assay, pg_temp as $$
#variable_conflict use_column
begin
  if nullif(current_setting('app.seq', true), '') is not null then
    raise exception 'a change is already open in this transaction' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(org::text, 7));
  perform set_config('app.org', org::text, true);
  return query
    insert into organization_logs as log (org_id, size, recorded_at, xid, demo)
    values (org, 1, coalesce(clock, clock_timestamp()), pg_current_xact_id(), clock is not null)
    on conflict (org_id) do update
      set size = log.size + 1,
          -- only a demo organization, born under the seeder's clock, may be written with a given instant
          recorded_at = greatest(log.recorded_at, case when log.demo then coalesce(clock, clock_timestamp()) else clock_timestamp() end),
          xid = pg_current_xact_id()
      where clock is null or log.demo
    returning log.size, log.recorded_at;
  if not found then
    raise exception 'only a sample organization can be written with another clock' using errcode = '42501';
  end if;
  perform set_config('app.seq', (select size::text from organization_logs where org_id = org), true);
  perform set_config('app.recorded_at', (select log.recorded_at::text from organization_logs log where org_id = org), true);
end $$;

-- RFC 6962 root over leaf hashes; pairing level by level and promoting an odd last node gives the RFC's tree.
create or replace function history.merkle_root(leaves bytea[]) returns bytea
  language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  level bytea[] := leaves;
  above bytea[];
  width integer := coalesce(cardinality(leaves), 0);
begin
  if width = 0 then
    return sha256(''::bytea);
  end if;
  while width > 1 loop
    select array_agg(case when i = width then level[i] else sha256('\x01'::bytea || level[i] || level[i + 1]) end order by i)
      into above from generate_series(1, width, 2) as i;
    level := above;
    width := cardinality(level);
  end loop;
  return level[1];
end $$;

-- The leaf of a row in its entry's tree: canonical JSON (RFC 8785) of what happened to it.
create or replace function history.row_leaf(digest bytea, row_id uuid, operation text, table_name text) returns bytea
  language sql immutable parallel safe set search_path = pg_catalog
  return sha256('\x00'::bytea || convert_to(
    '{"digest":' || coalesce('"' || encode(digest, 'hex') || '"', 'null') || ',"id":"' || row_id || '","operation":"' || operation
      || '","table":' || to_json(table_name)::text || '}', 'UTF8'));

create or replace function history.instant_json(instant timestamptz) returns text
  language sql immutable parallel safe set search_path = pg_catalog
  return '"' || ((extract(epoch from instant) * 1000000)::bigint)::text || '"';

-- Ends the change: states its facts, binds its rows, appends the entry. `facts` is [{"type":…,"subject":…}, …].
create or replace function history.finish_change(org uuid, actor text, facts jsonb) returns bytea
  language plpgsql security definer set search_path = assay, pg_temp as $$
declare
  this_seq bigint := history.current_seq(org);
  at timestamptz;
  row_count bigint;
  root bytea;
  leaf_text text;
  hash bytea;
begin
  if jsonb_array_length(facts) = 0 then
    raise exception 'a change states at least one fact' using errcode = '23514';
  end if;
  select recorded_at into at from organization_logs where org_id = org;
  select count(*), history.merkle_root(coalesce(array_agg(
           history.row_leaf(r.digest, r.row_id, r.operation, r.table_name) order by r.table_name, r.row_id), '{}'))
    into row_count, root from entry_rows r where r.org_id = org and r.seq = this_seq;
  insert into assay.facts (org_id, seq, position, type, subject)
    select org, this_seq, f.position - 1, f.fact ->> 'type', f.fact ->> 'subject'
      from jsonb_array_elements(finish_change.facts) with ordinality as f (fact, position);
  select '{"actor":' || to_json(actor)::text || ',"facts":['
      || string_agg('{"subject":' || to_json(f.fact ->> 'subject')::text || ',"type":' || to_json(f.fact ->> 'type')::text || '}', ',' order by f.position)
      || '],"organization":"' || org || '","recordedAt":' || history.instant_json(at)
      || ',"rows":' || row_count || ',"rowsRoot":"' || encode(root, 'hex') || '","seq":' || this_seq || '}'
    into leaf_text from jsonb_array_elements(finish_change.facts) with ordinality as f (fact, position);
  hash := sha256('\x00'::bytea || convert_to(leaf_text, 'UTF8'));
  insert into entries (org_id, seq, recorded_at, actor, leaf, leaf_hash) values (org, this_seq, at, actor, leaf_text, hash);
  perform set_config('app.seq', '', true);
  return hash;
end $$;

-- A change that was begun must have been finished when its transaction commits.
create or replace function history.require_entry() returns trigger
  language plpgsql security definer set search_path = assay, pg_temp as $$
begin
  if not exists (select from entries where org_id = new.org_id and seq = new.size) then
    raise exception 'a change was begun and not finished' using errcode = '23514';
  end if;
  return null;
end $$;
reset role;
drop trigger if exists require_entry on assay.organization_logs;
create constraint trigger require_entry after insert or update on assay.organization_logs
  deferrable initially deferred for each row execute function history.require_entry();

set role assay_history;
-- Version and instants of a record row are the change's, never the caller's.
create or replace function history.stamp_row() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare
  at timestamptz := nullif(current_setting('app.recorded_at', true), '')::timestamptz;
begin
  if at is null or nullif(current_setting('app.seq', true), '') is null then
    raise exception 'write outside of a change' using errcode = '42501', hint = 'Writes go through change().';
  end if;
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := at;
  else
    if new.id <> old.id or new.org_id <> old.org_id then
      raise exception 'the id of a record never changes' using errcode = '42501';
    end if;
    new.version := old.version + 1;
    new.created_at := old.created_at;
  end if;
  new.changed_at := at;
  return new;
end $$;

-- Whether a whole sample organization is being removed; no other one ever is.
create or replace function history.is_removing(org uuid) returns boolean
  language sql stable security definer set search_path = assay, pg_temp as $$
    select current_setting('app.removing', true) = org::text
       and exists (select from organization_logs where org_id = org and demo)
$$;

-- Removes a sample organization with its log. Tables refer to each other, so passes go on until nothing is left.
create or replace function history.remove_sample(org uuid) returns void
  language plpgsql security definer set search_path = assay, pg_temp as $$
declare
  target regclass;
  earlier bigint := -1;
  gone bigint := 0;
  deleted bigint;
begin
  if not exists (select from organization_logs where org_id = org and demo) then
    raise exception 'only a sample organization can be removed' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(org::text, 7));
  perform set_config('app.removing', org::text, true);
  while earlier < gone loop
    earlier := gone;
    for target in
      select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
       where c.relnamespace in ('assay'::regnamespace, 'history'::regnamespace) and c.relkind in ('r', 'p')
         and c.oid <> 'assay.organization_logs'::regclass
       order by c.relnamespace = 'history'::regnamespace desc, c.relname
    loop
      begin
        execute format('delete from %s where org_id = $1', target) using org;
        get diagnostics deleted = row_count;
        gone := gone + deleted;
      exception when foreign_key_violation then
        null; -- what refers to these rows goes in this pass, they in the next
      end;
    end loop;
  end loop;
  delete from organization_logs where org_id = org;
end $$;

create or replace function history.refuse_truncate() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'records are never truncated' using errcode = '42501';
end $$;
create or replace function history.refuse_rewrite() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  -- the list of an open change's rows still grows and is corrected by the triggers of that same change
  if tg_table_name = 'entry_rows' and to_jsonb(old) ->> 'seq' = current_setting('app.seq', true) then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and history.is_removing((to_jsonb(old) ->> 'org_id')::uuid) then
    return old;
  end if;
  raise exception 'what was appended stays' using errcode = '42501';
end $$;

revoke all on function history.remove_sample(uuid) from public;
grant execute on function history.remove_sample(uuid) to assay_app;
revoke all on function history.begin_change(uuid, timestamptz), history.finish_change(uuid, text, jsonb) from public;
grant execute on function history.begin_change(uuid, timestamptz), history.finish_change(uuid, text, jsonb) to assay_app;
reset role;
