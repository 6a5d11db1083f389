create table blobs (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  type text not null check (length(type) between 3 and 200),
  primary key (org_id, id),
  unique (org_id, sha256)
);
comment on table blobs is 'record: a stored file by the hash of its content; the content lies in the blob folder';
