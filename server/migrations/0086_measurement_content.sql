-- The content of a measured file can be removed for good; its name, hash and size stay for the runs that were made of it.
alter table measurement_files
  alter column blob_id drop not null,
  add column removed_at timestamptz,
  add column removed_by text,
  add column removal_reason text check (length(removal_reason) between 1 and 2000),
  add constraint measurement_files_removal_is_whole check (
    (blob_id is null) = (removed_at is not null)
    and (removed_at is null) = (removed_by is null)
    and (removed_at is null) = (removal_reason is null));
create index measurement_files_by_blob on measurement_files (org_id, blob_id);
