create table plans (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 200),
  state text not null default 'draft' check (state in ('draft', 'adopted', 'superseded', 'discarded')),
  -- what was asked for, with what people said about single tasks; and what the tasks of the plan before showed by then
  request jsonb not null,
  observed jsonb not null default '{}',
  -- moved dates of those tasks that are given up, and the owners that somebody named
  released text[] not null default '{}',
  owners jsonb not null default '{}',
  -- requirements that were not reached when it was calculated; null while nothing had said which are
  open_refs text[],
  -- the day it was calculated from, and the rules it was calculated with
  calculated_on date not null,
  rules_version text not null,
  start_on date not null,
  decision_on date not null check (decision_on >= start_on),
  -- keys of tasks that something was said about and that the plan no longer has
  lapsed text[] not null default '{}',
  -- the adopted plan that it goes on from, whose tasks it takes over when it is adopted itself
  replaces uuid,
  made_by uuid,
  adopted_at timestamptz,
  adopted_by uuid,
  superseded_by uuid,
  -- why it was discarded
  reason text,
  primary key (org_id, id),
  foreign key (org_id, replaces) references plans (org_id, id),
  foreign key (org_id, superseded_by) references plans (org_id, id),
  foreign key (org_id, made_by) references people (org_id, id),
  foreign key (org_id, adopted_by) references people (org_id, id),
  check ((state in ('adopted', 'superseded')) = (adopted_at is not null)),
  check ((state = 'superseded') = (superseded_by is not null)),
  check ((state = 'discarded') = (reason is not null))
);
comment on table plans is 'record: a road to the certification decision, as it was calculated and perhaps adopted';
create unique index plans_one_adopted on plans (org_id) where state = 'adopted';

create table plan_tasks (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  plan_id uuid not null,
  -- what the rules call it: `policy`, `close:A.6`
  key text not null,
  position integer not null,
  title text not null,
  phase text not null,
  role text not null,
  refs text[] not null,
  state text not null check (state in ('planned', 'started', 'done')),
  start_on date not null,
  due_on date not null check (due_on >= start_on),
  days integer not null check (days > 0),
  depends_on text[] not null,
  critical boolean not null,
  slack_days integer not null check (slack_days >= 0),
  pinned boolean not null,
  done_when text not null,
  owner_id uuid,
  -- the task that somebody works on, from the adoption on
  task_id uuid,
  primary key (org_id, id),
  unique (org_id, plan_id, key),
  foreign key (org_id, plan_id) references plans (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  foreign key (org_id, task_id) references tasks (org_id, id)
);
comment on table plan_tasks is 'record: one stretch of a plan with its days, its owner and the task made of it';
create index plan_tasks_by_task on plan_tasks (org_id, task_id);
