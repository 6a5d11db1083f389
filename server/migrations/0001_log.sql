-- The log of every organization: its size, its entries, the facts they state and the rows they changed.
-- Only the history role writes here, through begin_change and finish_change.

create table organization_logs (
  org_id uuid primary key,
  size bigint not null check (size >= 0),
  recorded_at timestamptz not null,
  -- the transaction that holds the open change; what makes "a write outside of a change" visible to the triggers
  xid xid8 not null,
  demo boolean not null default false
);
comment on table organization_logs is 'operational sealed: size and last instant of each log, rewritten by every change';

create table entries (
  org_id uuid not null,
  seq bigint not null check (seq > 0),
  recorded_at timestamptz not null,
  actor text not null,
  leaf text not null check (octet_length(leaf) <= 65535),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  primary key (org_id, seq)
);
comment on table entries is 'append-only sealed: the leaves of the organization''s transparency log';
create index entries_by_instant on entries (org_id, recorded_at, seq);

create table facts (
  org_id uuid not null,
  seq bigint not null,
  position integer not null,
  type text not null,
  subject text not null,
  primary key (org_id, seq, position)
);
comment on table facts is 'append-only sealed: what each entry states, by type and subject';
create index facts_by_subject on facts (org_id, subject, seq desc);
create index facts_by_type on facts (org_id, type, seq desc);

create table entry_rows (
  org_id uuid not null,
  seq bigint not null,
  table_name text collate "C" not null,
  row_id uuid not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  digest bytea,
  primary key (org_id, seq, table_name, row_id)
);
comment on table entry_rows is 'append-only sealed: the rows that each entry changed, with their digests';
create index entry_rows_by_row on entry_rows (org_id, row_id, seq);

create table log_checkpoints (
  org_id uuid not null,
  size bigint not null,
  epoch integer not null default 0,
  note text not null,
  root bytea not null,
  -- the right edge of the tree at this size, so that the next seal reads only the new leaves
  frontier bytea[] not null,
  signed_at timestamptz not null,
  primary key (org_id, epoch, size)
);
comment on table log_checkpoints is 'append-only: signed checkpoints of the log';

create table log_tiles (
  org_id uuid not null,
  level smallint not null,
  tile bigint not null,
  hashes bytea not null,
  primary key (org_id, level, tile)
);
comment on table log_tiles is 'append-only: full tiles of the log, 256 hashes each';

create table log_keys (
  org_id uuid not null,
  epoch integer not null,
  origin text not null,
  verifier_key text not null,
  -- the signing key, sealed under the master key
  sealed_signer bytea not null,
  created_at timestamptz not null,
  primary key (org_id, epoch)
);
comment on table log_keys is 'append-only: the signing key of each epoch of the log, encrypted at rest';
