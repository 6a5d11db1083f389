create table gap_assessments (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 200),
  framework text not null,
  state text not null default 'open' check (state in ('open', 'concluded', 'withdrawn')),
  started_by uuid,
  -- why it was reopened or withdrawn
  reason text check (state <> 'withdrawn' or length(reason) > 0),
  summary text not null default '',
  concluded_at timestamptz, concluded_by uuid,
  -- the entry that froze the findings: what a report names, and the instant to look at them again
  concluded_seq bigint,
  -- the rules of readiness that the findings were computed with
  rules_version text,
  primary key (org_id, id),
  foreign key (org_id, started_by) references people (org_id, id),
  foreign key (org_id, concluded_by) references people (org_id, id),
  check ((state = 'concluded') = (concluded_at is not null and concluded_seq is not null and rules_version is not null))
);
comment on table gap_assessments is 'record: one round of asking where the organization stands on every clause and control';
create unique index gap_assessments_one_open on gap_assessments (org_id, framework) where state = 'open';

create table gap_answers (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  assessment_id uuid not null,
  ref text not null,
  assigned_to uuid,
  level text check (level in ('missing', 'documented', 'implemented', 'operating', 'effective', 'not-applicable')),
  note text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  unique (org_id, assessment_id, ref),
  foreign key (org_id, assessment_id) references gap_assessments (org_id, id),
  foreign key (org_id, assigned_to) references people (org_id, id),
  foreign key (org_id, answered_by) references people (org_id, id),
  -- an answer always says why
  check ((level is null) = (answered_at is null)),
  check ((level is null) = (note is null)),
  check (length(note) > 0),
  -- no clause of 4 to 10 can be left out
  check (level <> 'not-applicable' or ref like 'A.%')
);
comment on table gap_answers is 'record: what a person declares about one clause or control, and who was asked to';
create index gap_answers_by_ref on gap_answers (org_id, ref, answered_at desc);
create index gap_answers_by_person on gap_answers (org_id, assigned_to);

create table gap_findings (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  assessment_id uuid not null,
  ref text not null,
  position integer not null,
  declared text,
  note text,
  -- who declared it is the answer's to say; the proven part is frozen here with its reasons
  proven text not null,
  stale boolean not null,
  disagreement text check (disagreement in ('declared-above', 'declared-below')),
  reasons jsonb not null,
  next text not null,
  primary key (org_id, id),
  unique (org_id, assessment_id, ref),
  foreign key (org_id, assessment_id) references gap_assessments (org_id, id)
);
comment on table gap_findings is 'record: what a concluded gap assessment found for each clause and control, declared and proven';
