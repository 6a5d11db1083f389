-- Accounts, sessions and second factors: the identity library's tables, in their own schema, under their own role.
create table identity."user" (
  id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false,
  image text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean default false
);
create table identity.session (
  id text primary key, "expiresAt" timestamptz not null, token text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" text not null references identity."user" (id) on delete cascade,
  -- the organization this session looks at; chosen through select_organization alone
  organization uuid
);
create index session_by_user on identity.session ("userId");
create table identity.account (
  id text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references identity."user" (id) on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz, scope text, password text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index account_by_user on identity.account ("userId");
create table identity.verification (
  id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on identity.verification (identifier);
create table identity."twoFactor" (
  id text primary key, secret text not null, "backupCodes" text not null,
  "userId" text not null references identity."user" (id) on delete cascade,
  verified boolean default true, "failedVerificationCount" integer default 0, "lockedUntil" timestamptz
);
create index two_factor_by_user on identity."twoFactor" ("userId");
-- One row while nobody has set the product up: the hash of the one-time link's token.
create table identity.setup (
  only_one boolean primary key default true check (only_one), token_hash bytea, opened_at timestamptz not null default now(),
  used_at timestamptz
);
grant select, insert, update, delete on all tables in schema identity to assay_identity;
grant select on all tables in schema identity to assay_maintenance;

create table organizations (
  org_id uuid not null, id uuid not null check (id = org_id), version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 200),
  demo boolean not null default false,
  primary key (org_id, id)
);
comment on table organizations is 'record: the organization itself';

create table units (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 200),
  primary key (org_id, id),
  unique (org_id, name)
);
comment on table units is 'record: the parts an organization is divided into';

create table people (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text, email text,
  state text not null default 'active' check (state in ('active', 'disabled', 'erased')),
  unit_id uuid,
  primary key (org_id, id),
  foreign key (org_id, unit_id) references units (org_id, id)
);
comment on table people is 'record: who has or had a place in the organization';
comment on column people.name is 'personal';
comment on column people.email is 'personal';
create unique index people_by_email on people (org_id, lower(email));

create table memberships (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  person_id uuid not null,
  role text not null check (role in ('owner', 'aims-manager', 'contributor', 'approver', 'internal-auditor', 'external-auditor', 'employee')),
  expires_on date check (role <> 'external-auditor' or expires_on is not null),
  primary key (org_id, id),
  unique (org_id, person_id, role),
  foreign key (org_id, person_id) references people (org_id, id)
);
comment on table memberships is 'record: which roles a person holds, and until when';

create table invitations (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  email text, roles text[] not null, roles_expire_on date, unit_id uuid,
  token_hash bytea not null, expires_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'withdrawn')),
  invited_by uuid,
  primary key (org_id, id)
);
comment on table invitations is 'record: who was asked to join, with which roles';
comment on column invitations.email is 'personal';
create unique index invitations_by_token on invitations (token_hash);

create table api_keys (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 200),
  prefix text not null, hash bytea not null, scopes text[] not null,
  expires_at timestamptz not null, revoked_at timestamptz, created_by uuid not null,
  primary key (org_id, id)
);
comment on table api_keys is 'record: keys of machines; only a hash of each is kept';
create unique index api_keys_by_hash on api_keys (hash);

create table api_key_uses (
  org_id uuid not null, key_id uuid not null, last_used_at timestamptz not null, primary key (org_id, key_id)
);
comment on table api_key_uses is 'operational: when each key was last used';

create table read_marks (
  org_id uuid not null, person_id uuid not null, seen_seq bigint not null, primary key (org_id, person_id)
);
comment on table read_marks is 'operational: up to which entry a person has seen what changed';

create table idempotency_keys (
  org_id uuid not null, actor text not null, route text not null, key text not null check (length(key) between 1 and 200),
  body_hash bytea not null, created_at timestamptz not null default now(), status integer, response jsonb,
  primary key (org_id, actor, route, key)
);
comment on table idempotency_keys is 'operational: answers kept for 24 hours so that a repeated request is carried out once';

-- What the doors may see across organizations: just enough to turn a token into (person, organization).
create policy door on organizations for select to assay_door using (true);
create policy door on people for select to assay_door using (true);
create policy door on memberships for select to assay_door using (true);
create policy door on invitations for select to assay_door using (true);
create policy door on api_keys for select to assay_door using (true);
grant select on organizations, people, memberships, invitations, api_keys to assay_door;

create function identity.resolve_session(token text)
  returns table (session text, person uuid, organization uuid, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.id, s."userId"::uuid, s.organization, s."expiresAt" from identity.session s
     where s.token = resolve_session.token and s."expiresAt" > now()
$$;

create function identity.organizations_of(person uuid)
  returns table (id uuid, name text, demo boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id, o.name, o.demo from assay.people p
      join assay.organizations o on o.org_id = p.org_id
     where p.id = organizations_of.person and p.state = 'active'
       and exists (select from assay.memberships m where m.org_id = p.org_id and m.person_id = p.id
                    and (m.expires_on is null or m.expires_on >= current_date))
     order by o.demo, o.name, o.id
$$;

create function identity.select_organization(session text, org uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    update identity.session s set organization = org
     where s.id = session and exists (select from identity.organizations_of(s."userId"::uuid) o where o.id = org)
    returning true
$$;

create function identity.resolve_api_key(key_hash bytea)
  returns table (organization uuid, key uuid, scopes text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select k.org_id, k.id, k.scopes from assay.api_keys k
     where k.hash = key_hash and k.revoked_at is null and k.expires_at > now()
$$;

create function identity.resolve_invitation(hash bytea)
  returns table (organization uuid, invitation uuid, name text, email text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.org_id, i.id, o.name, i.email from assay.invitations i join assay.organizations o on o.org_id = i.org_id
     where i.token_hash = hash and i.state = 'pending' and i.expires_at > now()
$$;

create function identity.end_sessions_of(person uuid) returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    with ended as (delete from identity.session s where s."userId" = person::text returning 1) select count(*) from ended
$$;

-- Notes the use of a key, at most once a minute.
create policy door on api_key_uses to assay_door using (true) with check (true);
grant select, insert, update on api_key_uses to assay_door;
create function identity.note_key_use(org uuid, key uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    insert into assay.api_key_uses as u (org_id, key_id, last_used_at) values (org, key, now())
    on conflict (org_id, key_id) do update set last_used_at = now() where u.last_used_at < now() - interval '1 minute'
$$;

alter function identity.note_key_use(uuid, uuid) owner to assay_door;
alter function identity.resolve_session(text) owner to assay_door;
alter function identity.organizations_of(uuid) owner to assay_door;
alter function identity.select_organization(text, uuid) owner to assay_door;
alter function identity.resolve_api_key(bytea) owner to assay_door;
alter function identity.resolve_invitation(bytea) owner to assay_door;
alter function identity.end_sessions_of(uuid) owner to assay_door;
grant select on identity.session to assay_door;
grant update (organization), delete on identity.session to assay_door;
revoke all on all functions in schema identity from public;
grant usage on schema identity to assay_app;
grant execute on all functions in schema identity to assay_app;
