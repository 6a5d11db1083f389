-- Whoever changes their password themselves needs no link any more; none that is still under way may undo it.
create function identity.end_all_resets_of(person uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    update identity.password_resets r set ended_at = now()
     where r.person = end_all_resets_of.person::text and r.ended_at is null
$$;
alter function identity.end_all_resets_of(uuid) owner to assay_door;
revoke all on function identity.end_all_resets_of(uuid) from public;
grant execute on function identity.end_all_resets_of(uuid) to assay_app;
