create table readiness_snapshots (
  org_id uuid not null,
  day date not null,
  -- the last entry of that day: the findings can be computed again from the records as they were after it
  seq bigint not null check (seq >= 0),
  rules_version text not null,
  counts jsonb not null,
  levels jsonb not null,
  primary key (org_id, day)
);
comment on table readiness_snapshots is 'append-only: where every clause and control stood at the end of each day';
