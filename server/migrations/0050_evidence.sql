create table evidence (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  kind text not null check (kind in ('file', 'link', 'attestation', 'measurement')),
  title text not null check (length(title) between 1 and 300),
  -- where it comes from and how it was taken, in words
  note text not null default '',
  -- who collected it (`person:…`, `machine:…`, `system:…`), and who recorded it here; a person may record what a colleague collected
  collector text not null,
  recorded_by text not null,
  happened_on date not null,
  period_from date, period_to date check (period_to >= period_from),
  valid_until date,
  -- a file
  blob_id uuid, file_name text,
  -- a link
  url text,
  -- an attestation: what is attested, and by whom where that person has no account here
  statement text, attested_by text,
  -- a measurement
  measure text, value numeric, unit text, sample_size integer check (sample_size > 0),
  state text not null default 'signal' check (state in ('signal', 'reviewed', 'superseded', 'withdrawn')),
  reviewed_by uuid, reviewed_on date, decision text check (decision in ('accepted', 'rejected')), review_note text,
  superseded_by uuid, withdrawn_reason text,
  primary key (org_id, id),
  foreign key (org_id, blob_id) references blobs (org_id, id),
  foreign key (org_id, reviewed_by) references people (org_id, id),
  foreign key (org_id, superseded_by) references evidence (org_id, id),
  check ((kind = 'file') = (blob_id is not null) and (kind = 'file') = (file_name is not null)),
  check ((kind = 'link') = (url is not null)),
  -- the name of who attests may be erased, the statement stays
  check ((kind = 'attestation') = (statement is not null) and (kind = 'attestation' or attested_by is null)),
  check ((kind = 'measurement') = (measure is not null) and (kind = 'measurement') = (value is not null)),
  check ((reviewed_by is null) = (decision is null) and (reviewed_by is null) = (reviewed_on is null)),
  check (state <> 'reviewed' or decision is not null),
  check (state <> 'signal' or decision is null),
  check ((state = 'superseded') = (superseded_by is not null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table evidence is 'record: what shows that something is so: a file, a link, an attestation or a measurement';
comment on column evidence.attested_by is 'personal';
create index evidence_by_age on evidence (org_id, created_at desc, id desc);
create index evidence_by_validity on evidence (org_id, valid_until);
create index evidence_by_blob on evidence (org_id, blob_id) where blob_id is not null;

create table evidence_links (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  evidence_id uuid not null,
  subject text not null check (length(subject) between 3 and 300),
  primary key (org_id, id),
  unique (org_id, evidence_id, subject),
  foreign key (org_id, evidence_id) references evidence (org_id, id)
);
comment on table evidence_links is 'record: which record or requirement a piece of evidence is about';
create index evidence_links_by_subject on evidence_links (org_id, subject);
