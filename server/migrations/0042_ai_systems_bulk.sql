create table bulk_edits (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  change jsonb not null,
  state text not null default 'done' check (state in ('done', 'undone')),
  done_by uuid,
  primary key (org_id, id)
);
comment on table bulk_edits is 'record: one change made to many AI systems at once';

create table bulk_edit_rows (
  org_id uuid not null, id uuid not null, version integer not null default 1, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  bulk_edit_id uuid not null, system_id uuid not null,
  before jsonb not null,
  state text not null default 'done' check (state in ('done', 'undone', 'changed-since')),
  primary key (org_id, id),
  unique (org_id, bulk_edit_id, system_id),
  foreign key (org_id, bulk_edit_id) references bulk_edits (org_id, id)
);
comment on table bulk_edit_rows is 'record: what an AI system said before a change made to many at once, so that it can be undone';

create index ai_systems_name_words on ai_systems using gin (lower(name) public.gin_trgm_ops);
-- Row-level security keeps the planner from trigram indexes, so this runs as a role that carries the organization itself.
-- Names that look alike, nearest first: asked while somebody types a new one.
create function similar_ai_systems(words text, lim integer) returns table (id uuid, likeness real)
  language sql stable security definer set search_path = assay, public, pg_temp as $$
    select s.id, greatest(similarity(lower(s.name), lower(words)), word_similarity(lower(words), lower(s.name)))
      from ai_systems s
     where s.org_id = current_org() and s.state <> 'dismissed'
       and (lower(s.name) % lower(words) or lower(words) <% lower(s.name))
     order by 2 desc, s.name, s.id limit least(lim, 20)
$$;
alter function similar_ai_systems(text, integer) owner to assay_search;
revoke all on function similar_ai_systems(text, integer) from public;
grant execute on function similar_ai_systems(text, integer) to assay_app;
