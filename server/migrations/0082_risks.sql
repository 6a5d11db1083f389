create table risk_criteria (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  edition integer not null check (edition > 0),
  -- scales with their words, and up to which product of likelihood and consequence a risk is acceptable or tolerable
  definition jsonb not null,
  appetite text not null check (length(appetite) between 1 and 4000),
  -- everybody who wrote on it
  authors uuid[] not null,
  state text not null default 'draft' check (state in ('draft', 'approved', 'superseded', 'discarded')),
  approved_by uuid, approved_on date, approval_note text not null default '',
  -- the entry of the log that approved it: only ratings made after it can name it
  approved_seq bigint check (approved_seq > 0),
  primary key (org_id, id),
  unique (org_id, edition),
  foreign key (org_id, approved_by) references people (org_id, id),
  check ((approved_by is null) = (approved_on is null) and (approved_by is null) = (approved_seq is null)),
  check ((state in ('approved', 'superseded')) = (approved_by is not null))
);
comment on table risk_criteria is 'record: how risks are rated and which are acceptable, written down and approved before any is rated';
create unique index risk_criteria_one_approved on risk_criteria (org_id) where state = 'approved';
create unique index risk_criteria_one_draft on risk_criteria (org_id) where state = 'draft';

create table risks (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the organization's own number, where it has one: imports find the record again by it
  reference text not null default '' check (length(reference) <= 60),
  title text not null check (length(title) between 1 and 200),
  source text not null default '',
  event text not null default '',
  for_organization text not null default '', for_individuals text not null default '', for_society text not null default '',
  -- the entry of the library that it was adapted from
  library_id text,
  owner_id uuid,
  state text not null default 'identified' check (state in ('identified', 'analysed', 'treated', 'accepted', 'closed')),
  review_due_on date,
  inherent_id uuid, residual_id uuid,
  treatment_option text check (treatment_option in ('modify', 'retain', 'avoid', 'share')),
  treatment_reason text not null default '',
  treatment_by uuid, treatment_on date,
  -- ids of controls of catalogues, such as A.6.2.4
  controls text[] not null default '{}',
  checked_on date, checked_by uuid, check_result text check (check_result in ('effective', 'not-effective')), check_note text not null default '',
  closed_on date, closed_reason text,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  foreign key (org_id, treatment_by) references people (org_id, id),
  foreign key (org_id, checked_by) references people (org_id, id),
  check (state not in ('analysed', 'treated', 'accepted') or inherent_id is not null),
  check (state not in ('treated', 'accepted') or (residual_id is not null and treatment_option is not null)),
  check ((treatment_option is null) = (treatment_on is null)),
  check (treatment_option is distinct from 'retain' or treatment_reason <> ''),
  check ((check_result is null) = (checked_on is null)),
  check ((state = 'closed') = (closed_on is not null) and (state = 'closed') = (closed_reason is not null))
);
comment on table risks is 'record: what could happen with AI, to whom, who answers for it, and how far it is assessed and treated';
create unique index risks_by_reference on risks (org_id, reference) where reference <> '';
create index risks_by_state on risks (org_id, state, review_due_on);
create index risks_by_title on risks (org_id, title, id);
create index risks_by_owner on risks (org_id, owner_id);
create index risks_by_controls on risks using gin (controls);

create table risk_systems (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  risk_id uuid not null, system_id uuid not null,
  primary key (org_id, id),
  unique (org_id, risk_id, system_id),
  foreign key (org_id, risk_id) references risks (org_id, id),
  foreign key (org_id, system_id) references ai_systems (org_id, id)
);
comment on table risk_systems is 'record: the AI systems that a risk comes from; a risk without any is the organization''s';
create index risk_systems_by_system on risk_systems (org_id, system_id);

create table risk_ratings (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  risk_id uuid not null,
  criteria_id uuid not null,
  kind text not null check (kind in ('inherent', 'residual')),
  likelihood integer not null check (likelihood between 1 and 6),
  for_organization integer not null check (for_organization between 1 and 6),
  for_individuals integer not null check (for_individuals between 1 and 6),
  for_society integer not null check (for_society between 1 and 6),
  score integer not null check (score between 1 and 36),
  level text not null check (level in ('acceptable', 'tolerable', 'not-acceptable')),
  rationale text not null check (rationale <> ''),
  rated_by uuid not null, rated_on date not null,
  primary key (org_id, id),
  foreign key (org_id, risk_id) references risks (org_id, id),
  foreign key (org_id, criteria_id) references risk_criteria (org_id, id),
  foreign key (org_id, rated_by) references people (org_id, id),
  check (score = likelihood * greatest(for_organization, for_individuals, for_society))
);
comment on table risk_ratings is 'record: one rating of a risk under one edition of the criteria; a later rating leaves it as it was';
create index risk_ratings_by_risk on risk_ratings (org_id, risk_id, created_at desc);
-- a risk and its ratings refer to each other: checked at the commit, so that a sample can be removed whole
alter table risks add foreign key (org_id, inherent_id) references risk_ratings (org_id, id) deferrable initially deferred;
alter table risks add foreign key (org_id, residual_id) references risk_ratings (org_id, id) deferrable initially deferred;

create table risk_acceptances (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  risk_id uuid not null, rating_id uuid not null,
  accepted_by uuid not null, accepted_on date not null, expires_on date not null,
  above_appetite boolean not null,
  note text not null default '',
  ended_on date, ended_because text,
  primary key (org_id, id),
  foreign key (org_id, risk_id) references risks (org_id, id),
  foreign key (org_id, rating_id) references risk_ratings (org_id, id),
  foreign key (org_id, accepted_by) references people (org_id, id),
  check (expires_on > accepted_on),
  check ((ended_on is null) = (ended_because is null))
);
comment on table risk_acceptances is 'record: who accepted what is left of a risk, until when';
create unique index risk_acceptances_one_open on risk_acceptances (org_id, risk_id) where ended_on is null;

create table risk_triggers (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  risk_id uuid not null,
  kind text not null check (kind in ('system-changed', 'measurement-failed', 'review-due', 'acceptance-expired', 'not-effective', 'by-hand')),
  -- the record that it comes from, where it is one
  cause text,
  note text not null default '',
  raised_on date not null,
  answered_on date, answered_by uuid,
  primary key (org_id, id),
  foreign key (org_id, risk_id) references risks (org_id, id),
  foreign key (org_id, answered_by) references people (org_id, id),
  check ((answered_on is null) = (answered_by is null))
);
comment on table risk_triggers is 'record: why a risk has to be assessed again, until somebody rates it anew';
create unique index risk_triggers_once on risk_triggers (org_id, risk_id, kind, coalesce(cause, '')) where answered_on is null;
