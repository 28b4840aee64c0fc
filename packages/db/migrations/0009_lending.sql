-- Lending, the telephone book, the hand-over at the end of a shift, and lists by due date.

create table loan (
  committee_id uuid not null references org (id),
  id uuid not null,
  encounter_id uuid not null,
  resident_id uuid,
  thing text,
  count integer not null check (count > 0),
  state text not null check (state in ('out', 'returned', 'writtenOff')),
  returned integer not null default 0 check (returned between 0 and count),
  lent_by uuid not null references staff (id),
  lent_by_name text not null,
  lent_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  key_id uuid not null,
  version integer not null default 1,
  primary key (committee_id, id),
  foreign key (committee_id, encounter_id) references encounter (committee_id, id)
);
comment on table loan is 'A thing lent. It hangs on the contact in which it was asked for; to whom stands encrypted in personal_text under its id.';
create index loan_out on loan (committee_id, due_at, id) where state = 'out';
create index loan_newest on loan (committee_id, lent_at desc, id desc);

create table loan_step (
  committee_id uuid not null,
  loan_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null check (type in ('lend', 'return', 'extend', 'writeOff')),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  staff_name text not null,
  data jsonb not null default '{}',
  primary key (committee_id, loan_id, seq),
  unique (committee_id, id),
  foreign key (committee_id, loan_id) references loan (committee_id, id)
);
comment on table loan_step is 'Append-only: what happened to a loan, in codes. What was said with it stands in personal_text under the same id.';

create table phonebook_entry (
  committee_id uuid not null references org (id),
  id uuid not null,
  role text not null,
  private boolean not null default false,
  position integer not null default 0,
  key_id uuid not null,
  cipher bytea not null,
  standing text not null,
  changed_by uuid not null references staff (id),
  changed_by_name text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (committee_id, id)
);
comment on table phonebook_entry is 'Whom the desk calls. Name and number are encrypted under a key of the entry; a private person''s number is shown only when asked for.';

create table hand_over (
  committee_id uuid not null references org (id),
  id uuid not null,
  from_id uuid not null references staff (id),
  from_name text not null,
  to_id uuid references staff (id),
  to_name text,
  given_at timestamptz not null,
  until timestamptz not null check (until > given_at),
  contents jsonb not null,
  key_id uuid not null,
  cipher bytea not null,
  taken_by uuid references staff (id),
  taken_name text,
  taken_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (committee_id, id),
  check (num_nonnulls(taken_by, taken_name, taken_at) in (0, 3)),
  check (taken_at is null or withdrawn_at is null)
);
comment on table hand_over is 'The end of a shift: what one person gave and another took over by name. `contents` names cases and loans and says nothing of them; until `until` the taker gets the giver''s reminders.';
create index hand_over_newest on hand_over (committee_id, given_at desc, id desc);
create index hand_over_in_force on hand_over (committee_id, from_id, until) where taken_at is not null;

-- A promise and a message are about a case or about a loan.
alter table promise alter column case_id drop not null, add column loan_id uuid,
  add foreign key (committee_id, loan_id) references loan (committee_id, id),
  add constraint promise_about check (num_nonnulls(case_id, loan_id) = 1);
create unique index promise_of_loan on promise (committee_id, loan_id) where state = 'open' and loan_id is not null;
alter table message alter column case_id drop not null, add column loan_id uuid,
  add foreign key (committee_id, loan_id) references loan (committee_id, id),
  add constraint message_about check (num_nonnulls(case_id, loan_id) = 1);

alter table data_key drop constraint data_key_subject_kind_check,
  add constraint data_key_subject_kind_check check (subject_kind ~ '^[a-z][A-Za-z]{2,29}$');

grant select, insert on loan, loan_step, phonebook_entry, hand_over to qzt_app;
grant update (state, returned, due_at, closed_at, version) on loan to qzt_app;
grant update (role, private, position, cipher, standing, changed_by, changed_by_name, changed_at, removed_at, version) on phonebook_entry to qzt_app;
grant update (taken_by, taken_name, taken_at, withdrawn_at, version) on hand_over to qzt_app;

alter table loan enable row level security;
alter table loan force row level security;
alter table loan_step enable row level security;
alter table loan_step force row level security;
alter table phonebook_entry enable row level security;
alter table phonebook_entry force row level security;
alter table hand_over enable row level security;
alter table hand_over force row level security;

-- A loan is as confidential as the contact that it hangs on.
create policy tenant on loan to qzt_app using (
  exists (select from encounter e where e.committee_id = loan.committee_id and e.id = loan.encounter_id)
);
create policy tenant on loan_step to qzt_app using (
  exists (select from loan l where l.committee_id = loan_step.committee_id and l.id = loan_step.loan_id)
);
create policy tenant on phonebook_entry to qzt_app using (committee_id = any ((select scope_committees())::uuid[]));
create policy tenant on hand_over to qzt_app using (committee_id = any ((select scope_committees())::uuid[]));

drop policy tenant on promise;
create policy tenant on promise to qzt_app using (
  case when case_id is not null
    then exists (select from case_file c where c.committee_id = promise.committee_id and c.id = promise.case_id)
    else exists (select from loan l where l.committee_id = promise.committee_id and l.id = promise.loan_id)
  end
);
drop policy tenant on message;
create policy tenant on message to qzt_app using (
  case when case_id is not null
    then exists (select from case_file c where c.committee_id = message.committee_id and c.id = message.case_id)
    else exists (select from loan l where l.committee_id = message.committee_id and l.id = message.loan_id)
  end
);

-- The lists of work go by the due time.
create index case_file_due on case_file (committee_id, due_at) where status <> 'closed';
create index case_file_office_due on case_file (handler_org_id, due_at) where status <> 'closed' and handler_org_id <> committee_id;
