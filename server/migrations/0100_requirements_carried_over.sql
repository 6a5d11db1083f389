-- What a party requires and the management system takes on stands as obligations or risks of their registers, which know
-- nothing of parties; the requirement names them.
create table party_requirement_links (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  requirement_id uuid not null,
  subject text not null check (subject ~ '^(obligation|risk):'),
  -- carrying it over took the requirement on as well, so that taking this back leaves it undecided again
  took_on boolean not null default false,
  primary key (org_id, id),
  unique (org_id, requirement_id, subject),
  foreign key (org_id, requirement_id) references party_requirements (org_id, id)
);
comment on table party_requirement_links is 'record: the obligation or risk as which a requirement of a party stands in its register';
create index party_requirement_links_by_subject on party_requirement_links (org_id, subject);
create index party_requirements_by_decision on party_requirements (org_id, decision);
