-- What people say about a record, in threads. The text may name people and can be erased; who said it stays as an opaque id.
create table comments (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  subject text not null check (length(subject) between 3 and 300),
  -- the comment that began the thread; none for that one
  thread_id uuid,
  author_id uuid not null,
  -- Markdown; a mentioned person stands in it as @[person:<id>]
  text text check (length(text) between 1 and 10000),
  state text not null default 'said' check (state in ('said', 'withdrawn', 'erased')),
  edited_at timestamptz,
  resolved_by uuid, resolved_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, thread_id) references comments (org_id, id),
  foreign key (org_id, author_id) references people (org_id, id),
  foreign key (org_id, resolved_by) references people (org_id, id),
  check ((state = 'said') = (text is not null)),
  check ((resolved_by is null) = (resolved_at is null)),
  check (thread_id is null or resolved_at is null)
);
comment on table comments is 'record: what people said about a record, and which threads are settled';
comment on column comments.text is 'personal';
create index comments_by_subject on comments (org_id, subject, created_at desc, id desc) where thread_id is null;
create index comments_by_thread on comments (org_id, thread_id, created_at, id) where thread_id is not null;
create index comments_by_author on comments (org_id, author_id);

create table comment_notices (
  org_id uuid not null, person_id uuid not null, comment_id uuid not null,
  created_at timestamptz not null, seen_at timestamptz, mailed_at timestamptz,
  primary key (org_id, person_id, comment_id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, comment_id) references comments (org_id, id)
);
comment on table comment_notices is 'operational: who was mentioned and has not looked yet, and who was mailed';
create index comment_notices_waiting on comment_notices (org_id, person_id, created_at) where seen_at is null;
create index comment_notices_by_comment on comment_notices (org_id, comment_id);
