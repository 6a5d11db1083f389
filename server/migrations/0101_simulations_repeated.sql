-- A simulation that broke off keeps what it was to be computed from, so that it can be tried again.
alter table risk_simulations drop constraint risk_simulations_state_check;
alter table risk_simulations add constraint risk_simulations_state_check
  check (state in ('asked', 'finished', 'cancelled', 'failed'));
alter table risk_simulations drop constraint risk_simulations_check1;
alter table risk_simulations add constraint risk_simulations_inputs_check
  check ((state in ('asked', 'failed')) = (inputs is not null));

create table risk_simulation_repeats (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  simulation_id uuid not null,
  -- whoever may read may ask: a person or a machine
  asked_by text not null,
  equal boolean not null, record_sha256 text not null,
  job_id uuid not null,
  primary key (org_id, id),
  unique (org_id, job_id),
  foreign key (org_id, simulation_id) references risk_simulations (org_id, id)
);
comment on table risk_simulation_repeats is 'record: that a simulation was computed again, and whether its record had the same bytes';
create index risk_simulation_repeats_newest on risk_simulation_repeats (org_id, simulation_id, created_at desc);

-- Why a risk has to be assessed again: an incident and a change at a supplier are told apart from other reasons.
alter table risk_triggers drop constraint risk_triggers_kind_check;
alter table risk_triggers add constraint risk_triggers_kind_check check (kind in ('system-changed', 'component-changed',
  'supplier-changed', 'incident', 'measurement-failed', 'review-due', 'acceptance-expired', 'not-effective', 'by-hand'));
