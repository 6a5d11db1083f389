create table impact_assessments (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  system_id uuid not null,
  edition integer not null check (edition > 0),
  occasion text not null check (occasion in ('new', 'change', 'period', 'incident')),
  occasion_note text not null default '',
  -- everything that was answered so far; the room's contract says in which form
  answers jsonb not null,
  -- what the answers of the screening call for; empty while questions of it are open
  depth text check (depth in ('screen', 'full')),
  decision text check (decision in ('go', 'go-with-conditions', 'stop')),
  review_due_on date,
  -- everybody who wrote on it
  authors uuid[] not null,
  state text not null default 'drafting' check (state in ('drafting', 'in-review', 'approved', 'reopened', 'superseded', 'withdrawn')),
  submitted_by uuid, submitted_on date, returned_note text not null default '',
  approved_by uuid, approved_on date, approved_seq bigint check (approved_seq > 0), approval_note text not null default '',
  -- why it has to be looked at again: kind, cause, note and day of each call since the last approval
  calls jsonb not null default '[]',
  superseded_on date,
  withdrawn_reason text,
  primary key (org_id, id),
  unique (org_id, system_id, edition),
  foreign key (org_id, system_id) references ai_systems (org_id, id),
  foreign key (org_id, submitted_by) references people (org_id, id),
  foreign key (org_id, approved_by) references people (org_id, id),
  check (approved_by is null or not approved_by = any (authors)),
  check ((approved_by is null) = (approved_on is null) and (approved_by is null) = (approved_seq is null)),
  check ((state in ('approved', 'reopened', 'superseded')) = (approved_by is not null)),
  check (state not in ('in-review', 'approved', 'reopened', 'superseded') or (depth is not null and decision is not null and review_due_on is not null and submitted_by is not null)),
  check ((state = 'reopened') = (jsonb_array_length(calls) > 0)),
  check ((state = 'superseded') = (superseded_on is not null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table impact_assessments is 'record: what an AI system does to people, groups and society, what follows, and who approved it';
create unique index impact_assessments_one_open on impact_assessments (org_id, system_id) where state in ('drafting', 'in-review');
create unique index impact_assessments_one_standing on impact_assessments (org_id, system_id) where state in ('approved', 'reopened');
create index impact_assessments_by_state on impact_assessments (org_id, state, review_due_on);

create table impact_measures (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  assessment_id uuid not null,
  task_id uuid not null,
  -- whether the go-ahead hangs on it
  condition boolean not null,
  primary key (org_id, id),
  unique (org_id, assessment_id, task_id),
  foreign key (org_id, assessment_id) references impact_assessments (org_id, id),
  foreign key (org_id, task_id) references tasks (org_id, id)
);
comment on table impact_measures is 'record: which tasks an impact assessment led to, and on which of them its go-ahead hangs';
create index impact_measures_by_task on impact_measures (org_id, task_id);

create table impact_rules (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  retention_years integer not null check (retention_years between 1 and 50),
  screen_months integer not null check (screen_months between 1 and 36),
  full_months integer not null check (full_months between 1 and 36),
  form text not null check (length(form) between 1 and 2000),
  basis text not null check (length(basis) between 1 and 2000),
  decided_by uuid not null, decided_on date not null, decided_seq bigint not null check (decided_seq > 0),
  primary key (org_id, id),
  unique (org_id, decided_seq),
  foreign key (org_id, decided_by) references people (org_id, id)
);
comment on table impact_rules is 'record: how long and in what form results of impact assessments are kept, and how often they are looked at again';
