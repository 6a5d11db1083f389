-- A calendar cannot sign in: its address carries a token, of which a hash is kept.
create table calendar_feeds (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  person_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  primary key (org_id, id),
  unique (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id)
);
comment on table calendar_feeds is 'record: whose tasks can be read as a calendar under a secret address';
create unique index calendar_feeds_by_token on calendar_feeds (token_hash);

create table mail_preferences (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  person_id uuid not null,
  rhythm text not null check (rhythm in ('daily', 'weekly', 'off')),
  primary key (org_id, id),
  unique (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id)
);
comment on table mail_preferences is 'record: how often a person wants to hear by mail what waits for them';

create table digests_sent (
  org_id uuid not null, person_id uuid not null, sent_for date not null, primary key (org_id, person_id)
);
comment on table digests_sent is 'operational: the last day each person was sent their digest for, so that none comes twice';

create index tasks_by_due on tasks (org_id, due_on) where state = 'open';

create policy door on calendar_feeds for select to assay_door using (true);
grant select on calendar_feeds to assay_door;
create function identity.resolve_calendar_feed(hash bytea) returns table (organization uuid, person uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select f.org_id, f.person_id from assay.calendar_feeds f
      join assay.people p on p.org_id = f.org_id and p.id = f.person_id
     where f.token_hash = hash and p.state = 'active'
$$;
alter function identity.resolve_calendar_feed(bytea) owner to assay_door;
revoke all on function identity.resolve_calendar_feed(bytea) from public;
grant execute on function identity.resolve_calendar_feed(bytea) to assay_app;
