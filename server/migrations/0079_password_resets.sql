-- Links with which a person sets a new password, and sessions that end by themselves. Both stand outside of any
-- organization, as accounts do; only hashes of tokens are kept.
create table identity.password_resets (
  token_hash bytea primary key,
  person text not null references identity."user" (id) on delete cascade,
  -- how the link reaches the person: handed over by a colleague, mailed to their own address, or printed for the operator
  way text not null check (way in ('colleague', 'mail', 'operator')),
  -- the organization whose colleague handed it over, and who that was
  organization uuid, offered_by uuid,
  removes_second_factor boolean not null default false,
  created_at timestamptz not null default now(), expires_at timestamptz not null, ended_at timestamptz,
  check ((way = 'colleague') = (organization is not null and offered_by is not null)),
  check (way = 'operator' or not removes_second_factor)
);
create index password_resets_by_person on identity.password_resets (person, created_at);
grant select, insert, update, delete on identity.password_resets to assay_door;
grant select on identity.password_resets to assay_maintenance;
grant select (id, email, name, "twoFactorEnabled"), update ("twoFactorEnabled") on identity."user" to assay_door;
grant select ("userId", "providerId"), update (password, "updatedAt") on identity.account to assay_door;
grant select ("userId"), delete on identity."twoFactor" to assay_door;
grant update ("updatedAt") on identity.session to assay_door;

create function identity.account_named(address text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select u.id::uuid from identity."user" u where u.email = lower(address)
$$;

create function identity.has_account(person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from identity."user" u where u.id = person::text)
$$;

-- Whether an account opens, or may open again, another organization than this one.
create function identity.has_place_elsewhere(person uuid, org uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from assay.people p where p.id = person and p.org_id <> org and p.state <> 'erased')
$$;

-- Keeps a new link, which ends the earlier ones of the same way. False where too many were mailed within the hour.
create function identity.offer_reset(
    hash bytea, person uuid, way text, org uuid, offered_by uuid, valid interval, removes_second_factor boolean)
  returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  delete from identity.password_resets r where r.created_at < now() - interval '30 days';
  if way = 'mail' and (select count(*) from identity.password_resets r
       where r.person = offer_reset.person::text and r.way = 'mail' and r.created_at > now() - interval '1 hour') >= 5 then
    return false;
  end if;
  update identity.password_resets r set ended_at = now()
   where r.person = offer_reset.person::text and r.way = offer_reset.way and r.ended_at is null;
  insert into identity.password_resets as r
    (token_hash, person, way, organization, offered_by, expires_at, removes_second_factor)
    values (hash, person::text, way, org, offered_by, now() + valid, removes_second_factor);
  return true;
end $$;

-- The account that a link opens, while it does. One from a colleague holds only for a person of that organization alone.
create function identity.reset_of(hash bytea)
  returns table (person uuid, email text, name text, organization uuid, second_factor boolean, removes_second_factor boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select u.id::uuid, u.email, u.name, r.organization, coalesce(u."twoFactorEnabled", false), r.removes_second_factor
      from identity.password_resets r join identity."user" u on u.id = r.person
     where r.token_hash = hash and r.ended_at is null and r.expires_at > now()
       and (r.way <> 'colleague' or (
         exists (select from assay.people p where p.org_id = r.organization and p.id = u.id::uuid and p.state = 'active')
         and not exists (select from assay.people p
                          where p.id = u.id::uuid and p.org_id <> r.organization and p.state <> 'erased')))
$$;

-- Sets the password through a link: once, and every session and every other link of the person ends with it.
create function identity.use_reset(hash bytea, password_hash text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  it record;
begin
  -- whoever comes second waits here, and then finds the link used
  perform from identity.password_resets r where r.token_hash = hash for update;
  select * into it from identity.reset_of(hash);
  if it.person is null then return false; end if;
  update identity.account a set password = password_hash, "updatedAt" = now()
   where a."userId" = it.person::text and a."providerId" = 'credential';
  if not found then return false; end if;
  update identity.password_resets r set ended_at = now() where r.person = it.person::text and r.ended_at is null;
  if it.removes_second_factor then
    delete from identity."twoFactor" f where f."userId" = it.person::text;
    update identity."user" u set "twoFactorEnabled" = false where u.id = it.person::text;
  end if;
  delete from identity.session s where s."userId" = it.person::text;
  return true;
end $$;

-- What a colleague handed over ends when the roles or the place of either of the two change.
create function identity.end_resets_of(person uuid, org uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    update identity.password_resets r set ended_at = now()
     where r.organization = org and r.ended_at is null and (r.person = end_resets_of.person::text or r.offered_by = end_resets_of.person)
$$;

-- Who a session speaks for, unless it was not used for `idle` or began more than `longest` ago. Notes the use, but not
-- more often than every few minutes.
create function identity.use_session(token text, idle interval, longest interval)
  returns table (session text, person uuid, organization uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  it record;
begin
  select s.id, s."userId", s.organization, s."updatedAt" into it from identity.session s
   where s.token = use_session.token and s."expiresAt" > now()
     and s."createdAt" > now() - longest and s."updatedAt" > now() - idle;
  if it.id is null then return; end if;
  if it."updatedAt" < now() - least(interval '5 minutes', idle / 10) then
    update identity.session s set "updatedAt" = now() where s.id = it.id;
  end if;
  return query select it.id::text, it."userId"::uuid, it.organization::uuid;
end $$;

alter function identity.account_named(text) owner to assay_door;
alter function identity.has_account(uuid) owner to assay_door;
alter function identity.has_place_elsewhere(uuid, uuid) owner to assay_door;
alter function identity.offer_reset(bytea, uuid, text, uuid, uuid, interval, boolean) owner to assay_door;
alter function identity.reset_of(bytea) owner to assay_door;
alter function identity.use_reset(bytea, text) owner to assay_door;
alter function identity.end_resets_of(uuid, uuid) owner to assay_door;
alter function identity.use_session(text, interval, interval) owner to assay_door;
revoke all on all functions in schema identity from public;
grant execute on all functions in schema identity to assay_app;
