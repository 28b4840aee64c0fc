-- The offline kit: what a committee prints each evening for the hour without net or power. The pages themselves are set
-- when they are printed, from what holds then; the row says that they could be set this evening, and who took them.

create table offline_kit (
  committee_id uuid not null references org (id),
  date date not null,
  made_at timestamptz not null,
  printed_at timestamptz,
  printed_by uuid references staff (id),
  printed_by_name text,
  primary key (committee_id, date),
  check ((printed_at is null) = (printed_by is null))
);
comment on table offline_kit is 'One row a day: from when the kit of this evening was ready, and who printed it last. No page, no number, no person of the neighbourhood.';

grant select, insert, delete on offline_kit to qzt_app;
grant update (printed_at, printed_by, printed_by_name) on offline_kit to qzt_app;
alter table offline_kit enable row level security;
alter table offline_kit force row level security;
create policy tenant on offline_kit to qzt_app using (committee_id = any ((select scope_committees())::uuid[]));

-- The jobs see which committee has none yet, and nothing else.
grant select (kind) on org to qzt_jobs;
grant select (committee_id, date) on offline_kit to qzt_jobs;
create policy made on offline_kit for select to qzt_jobs using (true);
