create table scope_elements (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  kind text not null check (kind in ('unit', 'site', 'activity', 'role')),
  -- a unit by its id; a site, an activity or a role by its name
  unit_id uuid check ((kind = 'unit') = (unit_id is not null)),
  name text not null default '' check ((kind = 'unit') = (name = '') and length(name) <= 200),
  decision text not null default 'undecided' check (decision in ('undecided', 'in', 'out')),
  reason text not null default '' check (decision <> 'out' or reason <> ''),
  decided_on date check ((decision = 'undecided') = (decided_on is null)),
  decided_by uuid check ((decision = 'undecided') = (decided_by is null)),
  primary key (org_id, id),
  unique nulls not distinct (org_id, kind, unit_id, name),
  foreign key (org_id, unit_id) references units (org_id, id),
  foreign key (org_id, decided_by) references people (org_id, id)
);
comment on table scope_elements is 'record: units, sites, activities and roles that the scope of the AI management system takes in or leaves out';

create table scope_wordings (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the version of the scope statement that was composed
  document_id uuid not null, number integer not null check (number > 0),
  -- what was inside then: [{ref, name}]
  inside jsonb not null check (jsonb_typeof(inside) = 'array'),
  primary key (org_id, id),
  unique (org_id, document_id, number),
  foreign key (org_id, document_id) references documents (org_id, id)
);
comment on table scope_wordings is 'record: what was in scope when a version of the scope statement was composed from records';
