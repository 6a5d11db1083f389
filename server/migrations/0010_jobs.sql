-- Long work that people wait for and look at; the queue itself is pg-boss's, in its own schema.
create table jobs (
  org_id uuid not null, id uuid not null,
  kind text not null check (length(kind) between 1 and 100),
  title text not null check (length(title) between 1 and 300),
  subject text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  percent integer check (percent between 0 and 100),
  stage text not null default '',
  -- what came out of it: what it is called and where it is
  result_label text,
  result_href text,
  -- why it failed, in words for people
  failure text,
  started_by text not null,
  person_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  changed_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (org_id, id),
  check ((finished_at is not null) = (state in ('done', 'failed', 'cancelled'))),
  check ((result_label is null) = (result_href is null))
);
comment on table jobs is 'operational: long work, how far it is and how it ended';
create index jobs_by_age on jobs (org_id, created_at desc, id desc);
