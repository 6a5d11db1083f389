-- The file in the operator's folder that a plan looks at by itself, under every edition of it.
create table measurement_watches (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- a series bears the id of its first edition
  series_id uuid not null,
  -- within the operator's folder; null: it was told to stop
  path text check (length(path) between 1 and 1000),
  primary key (org_id, id),
  unique (org_id, series_id),
  foreign key (org_id, series_id) references measurement_plans (org_id, id)
);
comment on table measurement_watches is 'record: which file in the operator''s folder a measurement plan looks at by itself';

create table measurement_looks (
  org_id uuid not null, watch_id uuid not null,
  path text not null,
  looked_at timestamptz not null,
  -- what came of it, and since when it has been so
  came text not null check (came in ('moving', 'asked', 'measured', 'refused')),
  why text,
  since timestamptz not null,
  -- size, times and place of the file when it was looked at; its hash once it was read
  stamp text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- the run that was asked for last, and on which content
  run_id uuid,
  asked_sha256 text check (asked_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (org_id, watch_id),
  check ((came = 'refused') = (why is not null)),
  foreign key (org_id, watch_id) references measurement_watches (org_id, id),
  foreign key (org_id, run_id) references measurement_runs (org_id, id)
);
comment on table measurement_looks is 'operational: when a watched file was looked at last, and what came of it';
