create table reports (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  kind text not null check (kind in ('gap')),
  title text not null check (length(title) between 1 and 300),
  formats text[] not null check (cardinality(formats) > 0),
  -- the concluded gap assessment whose frozen findings it prints; null prints what the records prove
  assessment_id uuid,
  asked_by uuid,
  -- the work that makes it, as people see it
  job_id uuid not null,
  -- the last entry whose records it shows and that entry's instant: everything in it was read as of there
  seq bigint not null check (seq > 0),
  instant timestamptz not null,
  rules_version text,
  -- from here on known once the files are there
  log_origin text,
  -- the signed checkpoint that it carries: its tree, the note itself stands in the files
  checkpoint_size bigint,
  checkpoint_root text,
  made_at timestamptz,
  withdrawn_at timestamptz,
  reason text,
  primary key (org_id, id),
  foreign key (org_id, asked_by) references people (org_id, id),
  check ((made_at is null) = (log_origin is null)),
  check ((checkpoint_root is null) = (checkpoint_size is null)),
  check ((withdrawn_at is null) = (reason is null))
);
comment on table reports is 'record: a report, what it was made from and when';

create table report_files (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  report_id uuid not null,
  format text not null check (format in ('pdf', 'docx', 'csv', 'json')),
  blob_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  primary key (org_id, id),
  unique (org_id, report_id, format),
  foreign key (org_id, report_id) references reports (org_id, id),
  foreign key (org_id, blob_id) references blobs (org_id, id)
);
comment on table report_files is 'record: the files of a report, so that the same ones can be downloaded again';
