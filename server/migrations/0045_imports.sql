create table imports (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  register text not null,
  file_name text not null check (length(file_name) between 1 and 300),
  file_sha256 text not null,
  columns text[] not null,
  mapping jsonb not null default '{}',
  row_count integer not null,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'checked', 'committing', 'committed', 'undoing', 'undone', 'discarded')),
  good_count integer not null default 0, bad_count integer not null default 0,
  committed_count integer not null default 0, undone_count integer not null default 0, kept_count integer not null default 0,
  -- who asked for the commit or the undoing; the work is done in their name and with what they may do then
  asked_by text,
  job_id uuid,
  primary key (org_id, id)
);
comment on table imports is 'record: files taken into a register, and how far each has come';

create table import_mappings (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  register text not null, header_key text not null, mapping jsonb not null,
  primary key (org_id, id),
  unique (org_id, register, header_key)
);
comment on table import_mappings is 'record: which column meant what, remembered for the next file with the same head';

create table import_rows (
  org_id uuid not null, import_id uuid not null, number integer not null,
  cells text[] not null,
  state text not null default 'unchecked' check (state in ('unchecked', 'good', 'bad', 'committed', 'undone', 'kept')),
  problems jsonb not null default '[]',
  record_id uuid,
  primary key (org_id, import_id, number)
);
comment on table import_rows is 'operational: the rows of a file while it is taken in, and which record each became';
create index import_rows_by_state on import_rows (org_id, import_id, state, number);
