create table applied_controls (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the organization's own number, where it has one: imports find the record again by it
  reference text not null default '' check (length(reference) <= 60),
  name text not null check (length(name) between 1 and 200),
  -- how it runs, and how its working is checked
  how text not null default '',
  check_how text not null default '',
  check_months integer check (check_months between 1 and 60),
  owner_id uuid,
  scope text not null default 'organization' check (scope in ('organization', 'systems')),
  state text not null default 'planned' check (state in ('planned', 'running', 'retired')),
  running_since date,
  retired_on date, retired_reason text,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  check (state <> 'running' or (running_since is not null and owner_id is not null and how <> '' and check_how <> '' and check_months is not null)),
  check (state <> 'planned' or running_since is null),
  check ((state = 'retired') = (retired_on is not null) and (state = 'retired') = (retired_reason is not null))
);
comment on table applied_controls is 'record: what the organization does so that requirements are met, whoever asks for it';
create unique index applied_controls_by_reference on applied_controls (org_id, reference) where reference <> '';
create index applied_controls_by_name on applied_controls (org_id, name, id);
create index applied_controls_by_state on applied_controls (org_id, state);
create index applied_controls_by_owner on applied_controls (org_id, owner_id);

create table applied_control_requirements (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  control_id uuid not null,
  -- framework and number, such as ISO-42001-2023/A.6.2.4
  requirement text not null check (length(requirement) between 3 and 200),
  primary key (org_id, id),
  unique (org_id, control_id, requirement),
  foreign key (org_id, control_id) references applied_controls (org_id, id)
);
comment on table applied_control_requirements is 'record: which requirements of which frameworks an applied control serves';
create index applied_control_requirements_by_requirement on applied_control_requirements (org_id, requirement);

create table applied_control_systems (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  control_id uuid not null, system_id uuid not null,
  primary key (org_id, id),
  unique (org_id, control_id, system_id),
  foreign key (org_id, control_id) references applied_controls (org_id, id),
  foreign key (org_id, system_id) references ai_systems (org_id, id)
);
comment on table applied_control_systems is 'record: the AI systems that an applied control covers, where it is not the whole organization''s';
create index applied_control_systems_by_system on applied_control_systems (org_id, system_id);

create table applied_control_checks (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  control_id uuid not null,
  checked_on date not null, checked_by uuid not null,
  outcome text not null check (outcome in ('works', 'does-not-work')),
  note text not null check (length(note) > 0),
  primary key (org_id, id),
  foreign key (org_id, control_id) references applied_controls (org_id, id),
  foreign key (org_id, checked_by) references people (org_id, id)
);
comment on table applied_control_checks is 'record: that somebody looked whether a control works, and what they found';
create index applied_control_checks_by_control on applied_control_checks (org_id, control_id, checked_on desc, created_at desc);

create table applicability_statements (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  number integer not null check (number > 0),
  -- what is new in this version
  summary text not null default '',
  -- everybody who decided a row of it
  authors uuid[] not null check (cardinality(authors) > 0),
  state text not null default 'draft' check (state in ('draft', 'approved', 'superseded', 'discarded')),
  approved_by uuid, approved_on date, approval_note text not null default '',
  -- nobody else could approve it
  approved_alone boolean not null default false,
  -- the entry of the log that approved it: its files show the records as of that entry
  approved_seq bigint check (approved_seq > 0),
  superseded_on date,
  -- entry, instant and checkpoint that its files name; the same files can be made again from it
  made_from jsonb,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, approved_by) references people (org_id, id),
  check ((state in ('approved', 'superseded')) = (approved_by is not null)),
  check ((approved_by is null) = (approved_on is null) and (approved_by is null) = (approved_seq is null)),
  check (approved_by is null or approved_alone or not approved_by = any (authors)),
  check ((state = 'superseded') = (superseded_on is not null))
);
comment on table applicability_statements is 'record: a version of the Statement of Applicability, and who approved it';
create unique index applicability_statements_one_draft on applicability_statements (org_id) where state = 'draft';
create unique index applicability_statements_one_approved on applicability_statements (org_id) where state = 'approved';

create table applicability_rows (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  statement_id uuid not null,
  requirement text not null check (length(requirement) between 3 and 200),
  decision text not null default 'undecided' check (decision in ('undecided', 'included', 'excluded')),
  -- why it is included: [{kind, ref, words}]
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  -- why it is left out
  exclusion text,
  -- how far it was when the version was approved, and by which applied controls: [{ref, name, state}]
  approved_status text check (approved_status in ('planned', 'partly', 'implemented')),
  approved_controls jsonb,
  primary key (org_id, id),
  unique (org_id, statement_id, requirement),
  foreign key (org_id, statement_id) references applicability_statements (org_id, id),
  check ((decision = 'included') = (jsonb_array_length(reasons) > 0)),
  check ((decision = 'excluded') = (exclusion is not null))
);
comment on table applicability_rows is 'record: one requirement in a version of the Statement of Applicability: included or excluded, and why';
create index applicability_rows_by_requirement on applicability_rows (org_id, requirement);

create table applicability_files (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  statement_id uuid not null,
  format text not null check (format in ('pdf', 'docx', 'csv')),
  blob_id uuid not null, sha256 text not null, size bigint not null,
  primary key (org_id, id),
  unique (org_id, statement_id, format),
  foreign key (org_id, statement_id) references applicability_statements (org_id, id),
  foreign key (org_id, blob_id) references blobs (org_id, id)
);
comment on table applicability_files is 'record: the files of an approved version, kept as they were made';
