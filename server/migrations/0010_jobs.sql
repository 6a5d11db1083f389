-- Long work that people wait for and look at; the queue itself is pg-boss's, in its own schema.
create table jobs (
  org_id uuid not null, id uuid not null,
  kind text not null check (length(kind) between 1 and 100),
  subject text,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  percent integer not null default 0 check (percent between 0 and 100),
  stage text not null default '',
  -- what came out of it: a reference such as `report:…`
  result text,
  -- why it failed, in words for people
  error text,
  started_by text not null,
  person_id uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  finished_at timestamptz check ((finished_at is not null) = (state in ('done', 'failed', 'cancelled'))),
  primary key (org_id, id)
);
comment on table jobs is 'operational: long work, how far it is and how it ended';
create index jobs_by_age on jobs (org_id, created_at desc, id desc);
