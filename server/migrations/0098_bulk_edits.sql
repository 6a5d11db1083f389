-- One change made to many records of a list, and what each said before, so that it can be undone.
create table list_edits (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the list's address in the API, which of its changes, and what was chosen
  list text not null, change text not null, given jsonb not null,
  done_by text not null,
  state text not null default 'done' check (state in ('done', 'undone')),
  primary key (org_id, id)
);
comment on table list_edits is 'record: one change made to many records of a list at once';
create index list_edits_newest on list_edits (org_id, created_at desc, id desc);

create table list_edit_rows (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  edit_id uuid not null, record_id uuid not null,
  before jsonb not null, version_after integer not null,
  state text not null default 'done' check (state in ('done', 'undone', 'kept')),
  primary key (org_id, id),
  unique (org_id, edit_id, record_id),
  foreign key (org_id, edit_id) references list_edits (org_id, id)
);
comment on table list_edit_rows is 'record: what a record said before a change made to many at once';
