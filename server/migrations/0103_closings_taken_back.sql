-- Where a risk stood when it was closed, so that closing it can be taken back exactly; unknown for those closed before.
alter table risks
  add column closed_from text check (closed_from in ('identified', 'analysed', 'treated', 'accepted')),
  add constraint risks_closed_from check (closed_from is null or state = 'closed');
