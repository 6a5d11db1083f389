-- whom it obliges us to tell something: an authority, a customer, a provider; empty where nobody has to be told
alter table obligations add column reports_to text not null default '' check (length(reports_to) <= 300);
create index obligations_reporting on obligations (org_id, state) where reports_to <> '';
