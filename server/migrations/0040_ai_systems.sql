create table ai_systems (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- the organization's own inventory number, where it has one: imports find the record again by it
  reference text not null default '',
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '',
  description text not null default '',
  supplier text not null default '',
  owner_id uuid, unit_id uuid,
  provenance text check (provenance in ('built', 'fine-tuned', 'bought', 'by-api', 'embedded')),
  autonomy text check (autonomy in ('assistive', 'partial', 'conditional', 'high', 'full', 'autonomous')),
  individual_decisions text check (individual_decisions in ('none', 'supports', 'decides')),
  intended_users text not null default '',
  human_oversight text not null default '',
  affected_groups text[] not null default '{}',
  jurisdictions text[] not null default '{}',
  sectors text[] not null default '{}',
  data_classes text[] not null default '{}',
  -- when purpose, provenance or the decisions about persons last changed: roles confirmed before are to be looked at again
  use_changed_at timestamptz not null,

  state text not null default 'proposed'
    check (state in ('proposed', 'approved', 'in-development', 'verified', 'in-use', 'suspended', 'retired', 'dismissed')),
  since date not null,
  state_reason text not null default '' check (state not in ('suspended', 'retired', 'dismissed') or state_reason <> ''),
  approved_on date, approved_by uuid, approval_note text not null default '',
  development_started_on date,
  verified_on date, verified_by uuid, verification_result text not null default '',
  started_on date,
  retired_on date check ((state = 'retired') = (retired_on is not null)),
  retired_from text check (retired_from in ('approved', 'in-development', 'verified', 'in-use', 'suspended')),
  -- why it was suspended, kept while it is retired, so that taking the retirement back finds it
  suspension_reason text not null default '',
  duplicate_of uuid,
  check (state <> 'approved' or approved_on is not null),
  check (state <> 'verified' or verified_on is not null),
  check ((state = 'retired') = (retired_from is not null)),

  scope text not null default 'undecided' check (scope in ('undecided', 'in', 'out')),
  scope_reason text not null default '' check (scope = 'undecided' or scope_reason <> ''),
  scope_decided_on date check ((scope = 'undecided') = (scope_decided_on is null)),
  scope_decided_by uuid,
  -- the roles of ISO/IEC 22989 and those of the EU AI Act are two sets, each confirmed with its own reason
  iso_roles text[] not null default '{}', iso_roles_reason text not null default '',
  iso_roles_on date, iso_roles_by uuid, iso_roles_at timestamptz,
  act_roles text[] not null default '{}', act_roles_reason text not null default '',
  act_roles_on date, act_roles_by uuid, act_roles_at timestamptz,
  check (iso_roles_on is null or (iso_roles_reason <> '' and cardinality(iso_roles) > 0 and iso_roles_at is not null)),
  check (act_roles_on is null or (act_roles_reason <> '' and act_roles_at is not null)),

  intake text check (intake in ('open', 'accepted', 'dismissed')),
  asked_by uuid, intake_note text not null default '', used_already boolean not null default false,
  reviewed_on date, reviewed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  foreign key (org_id, unit_id) references units (org_id, id),
  foreign key (org_id, asked_by) references people (org_id, id),
  foreign key (org_id, duplicate_of) references ai_systems (org_id, id)
);
comment on table ai_systems is 'record: the AI systems of the organization, from the first proposal to retirement';
create unique index ai_systems_by_reference on ai_systems (org_id, reference) where reference <> '';
-- lists put what has no value first, and an index serves them only where it says so too
create index ai_systems_by_name on ai_systems (org_id, name nulls first, id);
create index ai_systems_by_changed on ai_systems (org_id, changed_at nulls first, id);
create index ai_systems_by_owner on ai_systems (org_id, owner_id);
create index ai_systems_by_intake on ai_systems (org_id, intake) where intake = 'open';

create table ai_system_resources (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  system_id uuid not null,
  kind text not null check (kind in ('tooling', 'computing', 'people')),
  name text not null check (length(name) between 1 and 200),
  detail text not null default '',
  supplier text not null default '',
  version_label text not null default '',
  -- where computing happens and how much there is of it
  countries text[] not null default '{}',
  capacity text not null default '',
  owner_id uuid,
  confirmed_on date,
  primary key (org_id, id),
  foreign key (org_id, system_id) references ai_systems (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id)
);
comment on table ai_system_resources is 'record: tools, computing and people that an AI system needs (A.4.4 to A.4.6); its data are linked datasets (A.4.3)';
create index ai_system_resources_by_system on ai_system_resources (org_id, system_id, kind);
