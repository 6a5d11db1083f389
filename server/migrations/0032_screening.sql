create table screenings (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  state text not null default 'draft' check (state in ('draft', 'concluded', 'abandoned')),
  answers jsonb not null default '{}',
  -- what the rules said, and which rules; kept with the answers so that an old result stays readable as what it was
  result jsonb check ((state = 'concluded') = (result is not null)),
  rules text check ((state = 'concluded') = (rules is not null)),
  concluded_on date check ((state = 'concluded') = (concluded_on is not null)),
  primary key (org_id, id)
);
comment on table screenings is 'record: answers to whether ISO/IEC 42001 is needed, and what followed from them';

create table screening_triggers (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  trigger_id text not null,
  -- what raised it: a record, or a person who reported it
  cause text not null,
  note text not null default '',
  state text not null default 'raised' check (state in ('raised', 'answered', 'dismissed')),
  reason text check (state <> 'dismissed' or length(reason) > 0),
  answered_by uuid,
  primary key (org_id, id),
  unique (org_id, trigger_id, cause),
  foreign key (org_id, answered_by) references screenings (org_id, id)
);
comment on table screening_triggers is 'record: events that reopen the question whether ISO/IEC 42001 is needed';

create table deals (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 300),
  outcome text not null check (outcome in ('lost', 'slowed')),
  happened_on date not null,
  value numeric(16, 2) check (value >= 0),
  delay_days integer check (delay_days >= 0),
  reason text not null default '',
  state text not null default 'current' check (state in ('current', 'withdrawn')),
  primary key (org_id, id)
);
comment on table deals is 'record: deals that questions about AI governance lost or slowed';

create table competitor_certifications (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 200),
  certified boolean,
  source text not null default '',
  state text not null default 'current' check (state in ('current', 'withdrawn')),
  primary key (org_id, id)
);
comment on table competitor_certifications is 'record: which competitors are certified, as far as known';

create table business_case_inputs (
  org_id uuid not null, id uuid not null check (id = org_id), version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  months_observed numeric(6, 1), documentation_hours numeric(10, 1), hourly_cost numeric(12, 2),
  first_year_cost numeric(16, 2), later_years_cost numeric(16, 2), own_hours numeric(10, 1), expected_avoided_share numeric(4, 3),
  primary key (org_id, id)
);
comment on table business_case_inputs is 'record: what the organization entered for its business case';
