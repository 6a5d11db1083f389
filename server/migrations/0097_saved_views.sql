-- Lists as people want to see them again: a filter, an order and columns under a name.
create table own_views (
  org_id uuid not null, id uuid not null, person_id uuid not null,
  created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  list text not null, page text not null, name text not null check (length(name) between 1 and 80),
  query jsonb not null, columns text[] not null,
  primary key (org_id, id),
  unique (org_id, person_id, list, page, name),
  foreign key (org_id, person_id) references people (org_id, id)
);
comment on table own_views is 'operational: lists as one person wants to see them again';

create table shared_views (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  person_id uuid not null,
  list text not null, page text not null, name text not null check (length(name) between 1 and 80),
  query jsonb not null, columns text[] not null,
  state text not null default 'shared' check (state in ('shared', 'withdrawn')),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
comment on table shared_views is 'record: lists as everybody here may see them';
create unique index shared_views_by_name on shared_views (org_id, list, page, name) where state = 'shared';
