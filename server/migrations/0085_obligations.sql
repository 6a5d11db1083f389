create table act_assessments (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  system_id uuid not null,
  number integer not null check (number > 0),
  state text not null default 'current' check (state in ('current', 'reopened', 'superseded')),
  -- the answers, the edition of the rules that read them, and what they led to on that day
  answers jsonb not null,
  rules text not null,
  result jsonb not null,
  answered_by uuid, answered_on date not null,
  reopened_on date, reopened_because text,
  primary key (org_id, id),
  unique (org_id, system_id, number),
  foreign key (org_id, system_id) references ai_systems (org_id, id),
  foreign key (org_id, answered_by) references people (org_id, id),
  check (state <> 'reopened' or (reopened_on is not null and reopened_because <> ''))
);
comment on table act_assessments is 'record: what was answered about one AI system under the EU AI Act, and what follows from it';
create unique index act_assessments_one_living on act_assessments (org_id, system_id) where state <> 'superseded';

create table act_decisions (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  assessment_id uuid not null,
  -- 'class', or the id of the duty whose date is decided
  about text not null check (length(about) between 1 and 40),
  value text not null check (value <> ''),
  computed text not null check (computed <> ''),
  reason text not null check (reason <> ''),
  decided_by uuid, decided_on date not null,
  withdrawn_on date,
  primary key (org_id, id),
  foreign key (org_id, assessment_id) references act_assessments (org_id, id),
  foreign key (org_id, decided_by) references people (org_id, id)
);
comment on table act_decisions is 'record: a class or a date that a person confirmed or set otherwise, with the reason';
create unique index act_decisions_one on act_decisions (org_id, assessment_id, about) where withdrawn_on is null;

create table obligations (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the organization's own number, where it has one: imports find the record again by it
  reference text not null default '' check (length(reference) <= 60),
  title text not null check (length(title) between 1 and 200),
  source_kind text not null check (source_kind in ('law', 'contract', 'standard', 'commitment')),
  source text not null check (source <> ''),
  article text not null default '',
  asks text not null default '',
  applies_to text not null default 'organization' check (applies_to in ('organization', 'systems')),
  owner_id uuid,
  fulfilment text not null default '',
  due_on date,
  -- where the date comes from, and whether it was checked there
  due_source text not null default '',
  review_due_on date,
  state text not null default 'identified'
    check (state in ('identified', 'applies', 'not-applicable', 'being-fulfilled', 'reviewed', 'withdrawn')),
  state_reason text not null default '' check (state not in ('applies', 'not-applicable', 'withdrawn') or state_reason <> ''),
  decided_by uuid, decided_on date,
  started_on date check (state <> 'being-fulfilled' or started_on is not null),
  reviewed_by uuid, reviewed_on date, review_outcome text check (review_outcome in ('fulfilled', 'gaps')), review_note text not null default '',
  check (state <> 'reviewed' or (reviewed_on is not null and review_due_on is not null)),
  -- the assessment it was taken over from, and the duty's id in the catalogue
  assessment_id uuid, duty text,
  check ((assessment_id is null) = (duty is null)),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  foreign key (org_id, decided_by) references people (org_id, id),
  foreign key (org_id, reviewed_by) references people (org_id, id),
  foreign key (org_id, assessment_id) references act_assessments (org_id, id)
);
comment on table obligations is 'record: what law, contracts, standards and own commitments ask, to what it applies, and how it is fulfilled';
create unique index obligations_by_reference on obligations (org_id, reference) where reference <> '';
create index obligations_by_state on obligations (org_id, state, review_due_on);
create index obligations_by_title on obligations (org_id, title nulls first, id);
create index obligations_by_owner on obligations (org_id, owner_id);
create index obligations_by_assessment on obligations (org_id, assessment_id) where assessment_id is not null;

create table obligation_systems (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  obligation_id uuid not null, system_id uuid not null,
  primary key (org_id, id),
  unique (org_id, obligation_id, system_id),
  foreign key (org_id, obligation_id) references obligations (org_id, id),
  foreign key (org_id, system_id) references ai_systems (org_id, id)
);
comment on table obligation_systems is 'record: the AI systems that an obligation applies to';
create index obligation_systems_by_system on obligation_systems (org_id, system_id);

create table obligation_links (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  obligation_id uuid not null, subject text not null,
  primary key (org_id, id),
  unique (org_id, obligation_id, subject),
  foreign key (org_id, obligation_id) references obligations (org_id, id)
);
comment on table obligation_links is 'record: the document, evidence, task or other record by which an obligation is fulfilled';
create index obligation_links_by_subject on obligation_links (org_id, subject);
