-- A change of more rows than one entry of the log holds is carried out and undone as later work, slice by slice.
alter table list_edits drop constraint list_edits_state_check;
alter table list_edits add constraint list_edits_state_check
  check (state in ('under-way', 'done', 'stopped', 'undoing', 'undone'));
alter table list_edits
  -- how many rows were chosen, where it is done in slices; who asked for it, and the work that people see
  add column ordered integer check (ordered > 0),
  add column asked_by jsonb,
  add column job_id uuid;

create table list_edit_waiting (
  org_id uuid not null, edit_id uuid not null, record_id uuid not null,
  -- in the order in which they were chosen, and the version that was looked at
  place integer not null, version_seen integer not null,
  -- why it was refused, as one says it and in parts; null until it was tried
  why text, says jsonb not null default '[]',
  primary key (org_id, edit_id, record_id)
);
comment on table list_edit_waiting is 'operational: the rows that a change of many has yet to reach, and those that it was refused for';
create index list_edit_waiting_next on list_edit_waiting (org_id, edit_id, place) where why is null;
