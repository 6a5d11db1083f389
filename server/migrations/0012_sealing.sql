-- The sealer signs as the maintenance role: the application may look at checkpoints, tiles and keys and can make none.
comment on table log_checkpoints is 'append-only sealed: signed checkpoints of the log';
comment on table log_tiles is 'append-only sealed: full tiles of the log, 256 hashes each';
comment on table log_keys is 'append-only sealed: the signing keys of each epoch of the log, encrypted at rest';
alter table log_keys add second_verifier_key text, add sealed_second_signer bytea,
  add check ((second_verifier_key is null) = (sealed_second_signer is null));

create table log_epochs (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  epoch integer not null check (epoch > 0),
  origin text not null,
  -- the last checkpoint that is known of the log before the loss, as it was signed
  previous_checkpoint text not null,
  previous_size bigint not null,
  -- how many entries were there when the log went on
  kept_size bigint not null,
  primary key (org_id, id),
  unique (org_id, epoch)
);
comment on table log_epochs is 'record: where the log went on under a new origin after entries were lost';

create table log_alarms (
  org_id uuid primary key,
  words text not null,
  raised_at timestamptz not null default now()
);
comment on table log_alarms is 'operational sealed: why a log is not being sealed just now';

grant insert on log_checkpoints, log_tiles, log_keys to assay_maintenance;
create policy sealer on log_checkpoints for insert to assay_maintenance with check (true);
create policy sealer on log_tiles for insert to assay_maintenance with check (true);
create policy sealer on log_keys for insert to assay_maintenance with check (true);
grant insert, update, delete on log_alarms to assay_maintenance;
create policy sealer on log_alarms to assay_maintenance using (true) with check (true);
