create table measurement_plans (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the editions of one plan share the id of the first; an edition never changes once it is approved
  series_id uuid not null,
  edition integer not null check (edition > 0),
  -- the AI system or data set that is measured, `ai-system:…` or `dataset:…`
  subject text not null check (subject ~ '^(ai-system|dataset):'),
  kind text not null check (kind in ('fairness', 'performance', 'calibration', 'drift', 'quality', 'llm')),
  title text not null check (length(title) between 1 and 200),
  reason text not null check (length(reason) between 1 and 4000),
  -- canonical JSON of what is measured with every default, and its hash: text, so that the same bytes come back
  definition text not null,
  definition_sha256 text not null check (definition_sha256 ~ '^[0-9a-f]{64}$'),
  interval_days integer check (interval_days between 1 and 3650),
  -- what the data is compared with, fixed by the approval
  reference_id uuid,
  -- everybody who wrote on it
  authors uuid[] not null,
  state text not null default 'draft' check (state in ('draft', 'approved', 'superseded', 'withdrawn')),
  approved_by uuid, approved_on date, approval_note text not null default '',
  -- the entry of the log that approved it: only runs that were asked for after it can confirm
  approved_seq bigint check (approved_seq > 0),
  withdrawn_reason text,
  -- the task that says that a run is overdue
  overdue_task_id uuid,
  primary key (org_id, id),
  unique (org_id, series_id, edition),
  foreign key (org_id, approved_by) references people (org_id, id),
  foreign key (org_id, overdue_task_id) references tasks (org_id, id),
  check ((approved_by is null) = (approved_on is null) and (approved_by is null) = (approved_seq is null)),
  check (state not in ('approved', 'superseded') or approved_by is not null),
  check (state <> 'draft' or approved_by is null),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table measurement_plans is 'record: what is measured, how and against which limits, written down and approved before results are seen';
create unique index measurement_plans_one_approved on measurement_plans (org_id, series_id) where state = 'approved';
create index measurement_plans_by_subject on measurement_plans (org_id, subject, state);
create index measurement_plans_by_age on measurement_plans (org_id, created_at desc, id desc);

create table measurement_files (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 300),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  blob_id uuid not null,
  uploaded_by text not null,
  primary key (org_id, id),
  foreign key (org_id, blob_id) references blobs (org_id, id)
);
comment on table measurement_files is 'record: a file of predictions, a training set or a reference that was brought to be measured';
create index measurement_files_by_content on measurement_files (org_id, sha256);
alter table measurement_plans add foreign key (org_id, reference_id) references measurement_files (org_id, id);

create table measurement_runs (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  plan_id uuid not null,
  series_id uuid not null,
  subject text not null,
  kind text not null,
  origin text not null check (origin in ('server', 'client', 'imported')),
  state text not null default 'asked' check (state in ('asked', 'finished', 'refused', 'cancelled')),
  -- who asked for it or pushed it, `person:…` or `machine:…`; the entry in which they did
  asked_by text not null,
  seq bigint not null check (seq > 0),
  job_id uuid,
  -- where the data is: an uploaded file, a path in the operator's folder, or with whoever pushed it
  file_id uuid,
  path text,
  file_name text not null check (length(file_name) between 1 and 500),
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- known once it is finished; the record itself is kept as bytes
  happened_on date,
  confirming boolean,
  exploratory_reason text check (exploratory_reason in ('plan-not-approved', 'plan-ended', 'file-seen-before', 'definition-differs', 'file-unknown')),
  -- how many finished runs of the same file under the same plan there are, this one with them
  repeat integer check (repeat > 0),
  verdict text check (verdict in ('pass', 'fail', 'not-enough-data', 'not-decided')),
  reasons text[] not null default '{}',
  warnings text[] not null default '{}',
  problems text[] not null default '{}',
  headline text, headline_value numeric,
  rows_total bigint, rows_used bigint,
  engine text, seed bigint,
  definition_sha256 text,
  record_blob_id uuid,
  record_sha256 text check (record_sha256 ~ '^[0-9a-f]{64}$'),
  -- what computed an imported result
  tool text,
  evidence_id uuid,
  task_id uuid,
  primary key (org_id, id),
  foreign key (org_id, plan_id) references measurement_plans (org_id, id),
  foreign key (org_id, file_id) references measurement_files (org_id, id),
  foreign key (org_id, record_blob_id) references blobs (org_id, id),
  foreign key (org_id, evidence_id) references evidence (org_id, id),
  foreign key (org_id, task_id) references tasks (org_id, id),
  check ((state = 'finished') = (verdict is not null) and (state = 'finished') = (confirming is not null)),
  check ((state = 'finished') = (happened_on is not null) and (state = 'finished') = (record_sha256 is not null)),
  check (confirming is distinct from false or exploratory_reason is not null),
  check (confirming is not true or exploratory_reason is null),
  check (file_id is null or path is null),
  check ((origin = 'imported') = (tool is not null))
);
comment on table measurement_runs is 'record: one run of a measurement plan on one file: what it found, whether it confirms, and the hash of its record';
create index measurement_runs_by_plan on measurement_runs (org_id, series_id, seq desc);
create index measurement_runs_by_subject on measurement_runs (org_id, subject, seq desc);
create index measurement_runs_by_content on measurement_runs (org_id, series_id, file_sha256);

create table measurement_rechecks (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  run_id uuid not null,
  asked_by text not null,
  job_id uuid not null,
  -- null until it is done
  equal boolean,
  record_sha256 text,
  engine text,
  -- why it could not be compared
  problem text,
  primary key (org_id, id),
  foreign key (org_id, run_id) references measurement_runs (org_id, id),
  check (equal is null or record_sha256 is not null)
);
comment on table measurement_rechecks is 'record: a run computed again from the same file and definition, and whether its record has the same bytes';
create index measurement_rechecks_by_run on measurement_rechecks (org_id, run_id, created_at desc);
