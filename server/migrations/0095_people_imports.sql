-- People come from a file as invitations that nobody has sent yet; rows say what they would do, and remember what they changed.
alter table invitations add column name text;
comment on column invitations.name is 'personal';
alter table invitations drop constraint invitations_state_check;
alter table invitations add constraint invitations_state_check check (state in ('prepared', 'pending', 'accepted', 'withdrawn'));

alter table imports add column options jsonb not null default '{}', add column left_count integer not null default 0;

alter table import_rows
  -- what committing the row would do, or has done, to the register
  add column effect text check (effect in ('create', 'update', 'leave')),
  -- what is worth knowing about a good row, beside its cells
  add column notes jsonb not null default '[]',
  -- the kind of record that the row became, where it is not the register's own
  add column record_kind text,
  -- what the record was before, so that the row can be undone
  add column was jsonb;
alter table import_rows drop constraint import_rows_state_check;
alter table import_rows add constraint import_rows_state_check
  check (state in ('unchecked', 'good', 'bad', 'committed', 'undone', 'kept', 'left'));

drop function identity.resolve_invitation(bytea);
create function identity.resolve_invitation(hash bytea)
  returns table (organization uuid, invitation uuid, name text, email text, invited text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.org_id, i.id, o.name, i.email, i.name from assay.invitations i join assay.organizations o on o.org_id = i.org_id
     where i.token_hash = hash and i.state = 'pending' and i.expires_at > now()
$$;
alter function identity.resolve_invitation(bytea) owner to assay_door;
revoke all on function identity.resolve_invitation(bytea) from public;
grant execute on function identity.resolve_invitation(bytea) to assay_app;
