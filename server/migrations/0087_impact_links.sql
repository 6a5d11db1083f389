create table impact_links (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  assessment_id uuid not null,
  -- `risk:…`, or `requirement:…` of a control that stands in the Statement of Applicability
  subject text not null check (subject like 'risk:%' or subject like 'requirement:%'),
  primary key (org_id, id),
  unique (org_id, assessment_id, subject),
  foreign key (org_id, assessment_id) references impact_assessments (org_id, id)
);
comment on table impact_links is 'record: the risks that an impact assessment raised or bears on, and the controls that it calls for';
create index impact_links_by_subject on impact_links (org_id, subject);

-- whether the approval confirmed answers that had been approved before
alter table impact_assessments add column approved_again boolean not null default false;
