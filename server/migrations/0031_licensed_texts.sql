create table licensed_texts (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  framework text not null,
  ref text not null,
  body text not null check (length(body) between 1 and 50000),
  -- where the organization's right to use the text comes from, such as an order number
  licence text not null check (length(licence) between 1 and 500),
  primary key (org_id, id),
  unique (org_id, framework, ref)
);
comment on table licensed_texts is 'record: the organization''s own licensed text of a requirement, seen by it alone';
