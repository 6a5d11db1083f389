-- Models, datasets, prompts and agents: one table, so that lineage has one kind of node. What only one kind knows is null
-- (or empty) for the others, and the checks say so.
create table components (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  kind text not null check (kind in ('model', 'dataset', 'prompt', 'agent')),
  reference text not null default '',
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '',
  description text not null default '',
  supplier text not null default '',
  owner_id uuid, unit_id uuid,
  location text not null default '',
  licence text not null default '',
  state text not null default 'active' check (state in ('active', 'retired')),
  state_reason text not null default '' check (state = 'active' or state_reason <> ''),
  retired_on date check ((state = 'retired') = (retired_on is not null)),
  reviewed_on date, reviewed_by uuid,
  -- model
  provenance text check (provenance in ('trained', 'fine-tuned', 'obtained', 'by-api')),
  task text, architecture text,
  check (kind = 'model' or (provenance is null and task is null and architecture is null)),
  -- dataset
  origin text, acquisition text check (acquisition in ('collected', 'bought', 'public', 'partner', 'generated', 'derived')),
  rights text, personal_data text check (personal_data in ('none', 'personal', 'special-category')),
  data_subjects text, amount text, collected_from date, collected_to date, countries text[], retention text, preparation text,
  uses text[],
  check (kind = 'dataset' or coalesce(origin, acquisition, rights, personal_data, data_subjects, amount, retention, preparation) is null),
  check (kind = 'dataset' or (collected_from is null and collected_to is null and countries is null and uses is null)),
  check (collected_to is null or collected_from is null or collected_from <= collected_to),
  -- agent
  autonomy text check (autonomy in ('assistive', 'partial', 'conditional', 'high', 'full', 'autonomous')),
  tools text[], limits text, human_approval text,
  check (kind = 'agent' or (autonomy is null and tools is null and limits is null and human_approval is null)),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id),
  foreign key (org_id, unit_id) references units (org_id, id)
);
comment on table components is 'record: what AI systems are made of: models, datasets, prompts and agents';
create unique index components_by_reference on components (org_id, kind, reference) where reference <> '';
create index components_by_name on components (org_id, name nulls first, id);

create table component_versions (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  component_id uuid not null,
  label text not null check (length(label) between 1 and 100),
  released_on date,
  -- the text of a prompt; where the bytes of the others lie is told by location and hash
  content text not null default '',
  location text not null default '',
  sha256 text not null default '' check (sha256 = '' or sha256 ~ '^[0-9a-f]{64}$'),
  notes text not null default '',
  state text not null default 'current' check (state in ('draft', 'current', 'superseded', 'withdrawn')),
  withdrawal_reason text not null default '' check (state <> 'withdrawn' or withdrawal_reason <> ''),
  primary key (org_id, id),
  unique (org_id, component_id, label),
  foreign key (org_id, component_id) references components (org_id, id)
);
comment on table component_versions is 'record: the versions of models, datasets, prompts and agents';
create unique index component_versions_current on component_versions (org_id, component_id) where state = 'current';
create index component_versions_by_component on component_versions (org_id, component_id, released_on);

create table lineage_links (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  -- what depends: a system or a component
  system_id uuid, from_component uuid,
  -- on what
  component_id uuid not null check (component_id is distinct from from_component),
  relation text not null check (relation in ('uses', 'calls', 'derived-from', 'trained-on', 'fine-tuned-from', 'evaluated-on')),
  version_id uuid,
  note text not null default '',
  check (num_nonnulls(system_id, from_component) = 1),
  primary key (org_id, id),
  foreign key (org_id, system_id) references ai_systems (org_id, id),
  foreign key (org_id, from_component) references components (org_id, id),
  foreign key (org_id, component_id) references components (org_id, id),
  foreign key (org_id, version_id) references component_versions (org_id, id)
);
comment on table lineage_links is 'record: which AI system uses which component, and which component comes from which';
create unique index lineage_links_of_system on lineage_links (org_id, system_id, component_id, relation) where system_id is not null;
create unique index lineage_links_of_component on lineage_links (org_id, from_component, component_id, relation) where from_component is not null;
create index lineage_links_by_component on lineage_links (org_id, component_id);
