create table risk_estimates (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  risk_id uuid not null,
  -- what is lost: money, or how many people are harmed
  measure text not null check (measure in ('money', 'people')),
  -- of money, as ISO 4217 names it
  currency text check (currency ~ '^[A-Z]{3}$'),
  stage text not null check (stage in ('inherent', 'residual')),
  -- how often in a year and how much each time, as ranges
  frequency jsonb not null, loss jsonb not null,
  -- what each of the two rests on
  frequency_basis text not null check (frequency_basis <> ''), loss_basis text not null check (loss_basis <> ''),
  estimated_by uuid not null, estimated_on date not null,
  primary key (org_id, id),
  unique (org_id, risk_id, measure, stage),
  foreign key (org_id, risk_id) references risks (org_id, id),
  foreign key (org_id, estimated_by) references people (org_id, id),
  check ((measure = 'money') = (currency is not null))
);
comment on table risk_estimates is 'record: how often a risk happens and what it costs, as ranges with what they rest on, before and after treatment';

create table risk_simulations (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- null: all open risks together
  risk_id uuid,
  measure text not null check (measure in ('money', 'people')),
  currency text check (currency ~ '^[A-Z]{3}$'),
  state text not null default 'asked' check (state in ('asked', 'finished', 'cancelled')),
  seed bigint not null check (seed between 1 and 4294967295),
  trials integer not null check (trials between 1000 and 1000000),
  -- the edition of the criteria whose tolerance was asked about
  criteria_id uuid,
  -- while it waits: everything that the result depends on
  inputs text,
  -- of the estimates and the tolerance, to see whether they have changed since
  inputs_sha256 text not null,
  -- canonical JSON of inputs and results: the same bytes whenever it is computed again
  record text, record_sha256 text,
  -- the few figures that lists show
  headline jsonb,
  asked_by uuid, asked_on date not null, job_id uuid not null,
  primary key (org_id, id),
  foreign key (org_id, risk_id) references risks (org_id, id),
  foreign key (org_id, criteria_id) references risk_criteria (org_id, id),
  foreign key (org_id, asked_by) references people (org_id, id),
  check ((measure = 'money') = (currency is not null)),
  check ((state = 'asked') = (inputs is not null)),
  check ((state = 'finished') = (record is not null)),
  check ((record is null) = (record_sha256 is null) and (record is null) = (headline is null))
);
comment on table risk_simulations is 'record: one simulation of the loss of a year, with its inputs, seed and results';
create index risk_simulations_newest on risk_simulations (org_id, measure, risk_id, created_at desc);
