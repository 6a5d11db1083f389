-- Run before every migration: schemas, and the functions that the one door for writing stands on.
-- Everything here may be replaced by a later release; nothing here holds data.

create schema if not exists assay;
create schema if not exists history;
create schema if not exists as_of;
create schema if not exists identity;
revoke all on schema public from public;
grant usage on schema assay, history, as_of to assay_app, assay_maintenance;
grant usage on schema assay to assay_history, assay_search, assay_identity;
grant usage, create on schema assay, history to assay_history;
grant usage, create on schema assay to assay_search;
grant usage on schema identity to assay_identity;
grant usage, create on schema identity to assay_door;
grant usage on schema assay to assay_door;
grant usage on schema identity to assay_maintenance;
grant usage on schema public to assay_search;

create or replace function assay.current_org() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::uuid;

create or replace function assay.current_as_of() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.as_of', true), '')::bigint;
