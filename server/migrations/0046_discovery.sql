create table scans (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  files integer not null, bytes bigint not null, seconds numeric(12, 3) not null,
  finding_count integer not null, candidate_count integer not null,
  primary key (org_id, id)
);
comment on table scans is 'record: scans of code that were sent in';

create table scan_candidates (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the same root and name in a later scan is the same candidate
  root text not null, name text not null check (length(name) between 1 and 300),
  last_scan_id uuid not null,
  kinds text[] not null, vendors text[] not null,
  state text not null default 'staged' check (state in ('staged', 'accepted', 'merged', 'dismissed')),
  reason text check (state <> 'dismissed' or length(reason) > 0),
  system_id uuid check ((state in ('accepted', 'merged')) = (system_id is not null)),
  primary key (org_id, id),
  unique (org_id, root, name),
  foreign key (org_id, last_scan_id) references scans (org_id, id),
  foreign key (org_id, system_id) references ai_systems (org_id, id)
);
comment on table scan_candidates is 'record: what a scan takes for an AI system, waiting for a person to judge';
create index scan_candidates_by_state on scan_candidates (org_id, state, changed_at);
create index scan_candidates_by_system on scan_candidates (org_id, system_id);

create table scan_findings (
  org_id uuid not null, seq bigint not null, scan_id uuid not null, candidate_id uuid not null, position integer not null,
  kind text not null, vendor text, name text not null, file text not null, line integer not null, evidence text not null, confidence text not null,
  primary key (org_id, scan_id, candidate_id, position),
  foreign key (org_id, scan_id) references scans (org_id, id),
  foreign key (org_id, candidate_id) references scan_candidates (org_id, id)
);
comment on table scan_findings is 'append-only: the places in code on which a candidate rests';
create index scan_findings_by_candidate on scan_findings (org_id, candidate_id, scan_id);
