create table organization_profiles (
  org_id uuid not null, id uuid not null check (id = org_id), version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  sector text, purpose text not null default '', people_count integer check (people_count > 0), sites text[] not null default '{}',
  eu_presence boolean, jurisdictions text[] not null default '{}',
  -- who directs the organization at the highest level, as person ids
  top_management uuid[] not null default '{}',
  primary key (org_id, id)
);
comment on table organization_profiles is 'record: what the organization is, as far as its AI management system asks';

create table context_issues (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  kind text not null check (kind in ('internal', 'external')),
  topic text not null check (topic in ('climate', 'law', 'technology', 'market', 'society', 'strategy', 'culture', 'resources', 'other')),
  statement text not null check (length(statement) between 1 and 2000),
  effect text not null default '',
  -- a question such as climate change may be answered with "not relevant", and that is an answer
  relevant boolean not null default true,
  state text not null default 'current' check (state in ('current', 'withdrawn')),
  reason text check (state = 'current' or length(reason) > 0),
  primary key (org_id, id)
);
comment on table context_issues is 'record: inner and outer issues that help or hinder the AI management system';

create table interested_parties (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 300),
  kind text not null check (kind in ('customer', 'regulator', 'affected-people', 'employee', 'supplier', 'partner', 'owner', 'community', 'other')),
  state text not null default 'current' check (state in ('current', 'withdrawn')),
  reason text check (state = 'current' or length(reason) > 0),
  primary key (org_id, id)
);
comment on table interested_parties is 'record: who can affect or is affected by the organization''s AI';

create table party_requirements (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  party_id uuid not null,
  statement text not null check (length(statement) between 1 and 2000),
  basis text not null check (basis in ('law', 'contract', 'expectation')),
  decision text not null default 'undecided' check (decision in ('undecided', 'taken-on', 'not-taken-on')),
  reason text check (decision <> 'not-taken-on' or length(reason) > 0),
  primary key (org_id, id),
  foreign key (org_id, party_id) references interested_parties (org_id, id)
);
comment on table party_requirements is 'record: what an interested party requires, and whether the management system takes it on';
create index party_requirements_by_party on party_requirements (org_id, party_id);

create table aims_processes (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 300),
  description text not null default '',
  clauses text[] not null default '{}',
  feeds uuid[] not null default '{}',
  owner_id uuid,
  interval_months integer check (interval_months between 1 and 60),
  state text not null default 'current' check (state in ('current', 'withdrawn')),
  reason text check (state = 'current' or length(reason) > 0),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id)
);
comment on table aims_processes is 'record: the processes that make up the AI management system';

create table organization_reviews (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  about text not null check (about in ('context', 'interested-parties', 'scope')),
  reviewed_on date not null,
  outcome text not null check (length(outcome) between 1 and 4000),
  reviewer_id uuid not null,
  next_due_on date not null check (next_due_on > reviewed_on),
  primary key (org_id, id),
  foreign key (org_id, reviewer_id) references people (org_id, id)
);
comment on table organization_reviews is 'record: when context, parties or scope were looked at again, and what came of it';
create index organization_reviews_newest on organization_reviews (org_id, about, reviewed_on desc);
