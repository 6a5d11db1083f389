-- How long uploaded files are kept, which files are frozen references, and the second file of a run.
alter table measurement_files
  -- when its content came here last; null: when the row was made
  add column brought_at timestamptz,
  -- the file that a frozen reference was made of, the entry of the log that states its hash, and for which shape of a plan
  add column frozen_from uuid,
  add column frozen_seq bigint check (frozen_seq > 0),
  add column frozen_shape_sha256 text check (frozen_shape_sha256 ~ '^[0-9a-f]{64}$'),
  add constraint measurement_files_frozen_from foreign key (org_id, frozen_from) references measurement_files (org_id, id),
  add constraint measurement_files_frozen_is_whole check (
    (frozen_from is null) = (frozen_seq is null) and (frozen_seq is null) = (frozen_shape_sha256 is null));
create index measurement_files_frozen on measurement_files (org_id, sha256) where frozen_seq is not null;

alter table measurement_runs
  -- the file that the measured one is held against for rows in common: uploaded, or by its path in the operator's folder
  add column test_file_id uuid,
  add column test_path text,
  add constraint measurement_runs_test_file foreign key (org_id, test_file_id) references measurement_files (org_id, id),
  add constraint measurement_runs_one_test_file check (test_file_id is null or test_path is null);

create table measurement_settings (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- days that the content of uploaded files is kept; null: until somebody removes it
  keep_days integer check (keep_days between 1 and 36500),
  primary key (org_id, id),
  unique (org_id)
);
comment on table measurement_settings is 'record: how long an organization keeps the content of measured files';
