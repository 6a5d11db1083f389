-- Erasing a person: the one way in which a stored version changes. What was recorded of everybody else still verifies,
-- because each personal value entered its row's digest as a salted digest of its own, which stays.
set local role assay_history;
create function history.erase_personal(org uuid, target text, target_id uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  this_seq bigint := history.current_seq(org);
  personal text[];
  remains boolean;
  erased integer;
begin
  select array_agg(a.attname::text) into personal from pg_attribute a join pg_class c on c.oid = a.attrelid
   where c.relnamespace = 'assay'::regnamespace and c.relname = target and a.attnum > 0 and not a.attisdropped
     and col_description(c.oid, a.attnum) like 'personal%';
  if personal is null then
    raise exception 'table % has no personal columns', target using errcode = '22023';
  end if;
  execute format('select exists (select from history.%I h where h.org_id = $1 and h.id = $2 and h.to_seq is null and (%s))',
      target, (select string_agg(format('h.%I is not null', p), ' or ') from unnest(personal) p))
    into remains using org, target_id;
  if remains then
    raise exception 'the row still holds personal values' using errcode = '55000',
      hint = 'Set them to null in the same change, then erase the versions before.';
  end if;
  execute format('update history.%I h set %s, salt = null, erased_seq = $3
      where h.org_id = $1 and h.id = $2 and h.from_seq < $3 and h.erased_seq is null',
      target, (select string_agg(format('%I = null', p), ', ') from unnest(personal) p))
    using org, target_id, this_seq;
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke all on function history.erase_personal(uuid, text, uuid) from public;
grant execute on function history.erase_personal(uuid, text, uuid) to assay_app;
reset role;
