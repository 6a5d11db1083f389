create table tasks (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  title text not null check (length(title) between 1 and 300),
  detail text not null default '',
  owner_id uuid,
  due_on date,
  subject text,
  -- what raised it, when a room did: its own key, so that the room finds its task again
  source text,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  done_on date check ((state = 'done') = (done_on is not null)),
  reason text check (state <> 'cancelled' or length(reason) > 0),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id)
);
comment on table tasks is 'record: what somebody has to do, by when, about which record';
create index tasks_by_owner on tasks (org_id, owner_id, state, due_on);
create index tasks_by_subject on tasks (org_id, subject);
create unique index tasks_by_source on tasks (org_id, source) where source is not null;

create table task_dependencies (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  task_id uuid not null, depends_on uuid not null check (depends_on <> task_id),
  primary key (org_id, id),
  unique (org_id, task_id, depends_on),
  foreign key (org_id, task_id) references tasks (org_id, id),
  foreign key (org_id, depends_on) references tasks (org_id, id)
);
comment on table task_dependencies is 'record: which task waits for which';
create index task_dependencies_by_waited on task_dependencies (org_id, depends_on);
