create table documents (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  kind text not null check (length(kind) between 1 and 60),
  -- the organization's own sign for it, such as AIMS-POL-01
  code text check (length(code) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  owner_id uuid,
  origin text not null default 'internal' check (origin in ('internal', 'external')),
  -- who issues it, where it comes from outside
  publisher text check (origin = 'internal' or length(publisher) > 0),
  readers text not null default 'aims' check (readers in ('everyone', 'aims')),
  retention_months integer check (retention_months between 1 and 1200),
  review_months integer check (review_months between 1 and 120),
  review_due_on date,
  -- the template it was started from
  template text,
  withdrawn_on date, withdrawn_reason text,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
comment on table documents is 'record: documented information: what is kept current and controlled';
create unique index documents_by_code on documents (org_id, lower(code));
create index documents_by_kind on documents (org_id, kind);
create index documents_by_review on documents (org_id, review_due_on);

create table document_versions (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  document_id uuid not null,
  number integer not null check (number > 0),
  -- either the text itself or a file
  body text, blob_id uuid, file_name text,
  -- what is new in this version
  summary text not null default '',
  -- everyone who wrote on it, the first author first
  authors uuid[] not null check (cardinality(authors) > 0),
  state text not null default 'draft' check (state in ('draft', 'in-review', 'approved', 'effective', 'obsolete', 'discarded')),
  submitted_on date, requested_approver uuid,
  -- why it came back from its last review
  returned_note text,
  -- approved here by a person, or outside before the record was kept here, by the name that stands on the paper (it may be erased)
  approved_by uuid, approved_outside boolean not null default false, approved_outside_by text,
  approved_on date, approval_note text not null default '',
  effective_on date,
  obsolete_on date, obsolete_because text check (obsolete_because in ('superseded', 'withdrawn')),
  primary key (org_id, id),
  unique (org_id, document_id, number),
  foreign key (org_id, document_id) references documents (org_id, id),
  foreign key (org_id, blob_id) references blobs (org_id, id),
  foreign key (org_id, approved_by) references people (org_id, id),
  foreign key (org_id, requested_approver) references people (org_id, id),
  check ((body is null) <> (blob_id is null) and (blob_id is null) = (file_name is null)),
  check (approved_by is null or not approved_by = any (authors)),
  check (state not in ('approved', 'effective', 'obsolete') or (approved_on is not null and (approved_outside or approved_by is not null))),
  check (approved_by is null or not approved_outside),
  check (state not in ('effective', 'obsolete') or effective_on is not null),
  check (state = 'draft' or state = 'discarded' or submitted_on is not null or approved_outside),
  check ((state = 'obsolete') = (obsolete_on is not null) and (state = 'obsolete') = (obsolete_because is not null))
);
comment on table document_versions is 'record: a version of a document: its text or file, who wrote it, who approved it, when it holds';
comment on column document_versions.approved_outside_by is 'personal';
-- What is written, reviewed or waits to hold is one version at a time, and one version holds.
create unique index document_versions_open on document_versions (org_id, document_id) where state in ('draft', 'in-review', 'approved');
create unique index document_versions_effective on document_versions (org_id, document_id) where state = 'effective';

create table document_reviews (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  document_id uuid not null, number integer not null,
  reviewed_by uuid not null, reviewed_on date not null,
  outcome text not null check (outcome in ('no-change', 'new-version')),
  note text not null default '',
  next_due_on date,
  primary key (org_id, id),
  foreign key (org_id, document_id) references documents (org_id, id),
  foreign key (org_id, reviewed_by) references people (org_id, id)
);
comment on table document_reviews is 'record: that somebody looked whether a document still holds, and what came of it';
create index document_reviews_by_document on document_reviews (org_id, document_id, reviewed_on);
