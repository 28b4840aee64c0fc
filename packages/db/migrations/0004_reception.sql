-- The spine. Tenant tables: `committee_id` leads every key, so that they can be distributed by it.

create table data_key (
  committee_id uuid not null references org (id),
  id uuid not null,
  subject_kind text not null check (subject_kind in ('resident', 'encounter', 'case')),
  subject_id uuid not null,
  master integer not null,
  wrapped bytea not null,
  primary key (committee_id, id),
  unique (committee_id, subject_kind, subject_id)
);
comment on table data_key is 'One key per resident (per encounter or case where nobody is known), wrapped under a master key that is no row of any table. Erasure deletes the row.';

create table erased_key (
  committee_id uuid not null references org (id),
  key_id uuid not null,
  erased_at timestamptz not null default now(),
  basis text not null,
  primary key (committee_id, key_id)
);
comment on table erased_key is 'Travels with the keys of every backup and is applied at every restore: what was erased stays erased.';

create table encounter (
  committee_id uuid not null references org (id),
  id uuid not null,
  owner_id uuid not null references staff (id),
  owner_name text not null,
  channel text not null check (channel in ('desk', 'phone', 'online', 'visit', 'activity')),
  started_at timestamptz not null,
  ended_at timestamptz,
  entered_late boolean not null default false,
  resident_id uuid,
  household_id uuid,
  journey integer,
  rating_score integer,
  rating_of integer,
  confidential_cases uuid[] not null default '{}',
  key_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (committee_id, id)
);
comment on column encounter.confidential_cases is 'The confidential cases among those of its needs: who sees one of them sees the contact, and nobody else.';
create index encounter_newest on encounter (committee_id, started_at desc, id desc);
create index encounter_resident on encounter (committee_id, resident_id) where resident_id is not null;

create table encounter_need (
  committee_id uuid not null,
  id uuid not null,
  encounter_id uuid not null,
  position integer not null,
  service_item text,
  outcome text not null check (outcome in ('settled', 'advice', 'referred', 'refused', 'case')),
  case_id uuid,
  primary key (committee_id, id),
  foreign key (committee_id, encounter_id) references encounter (committee_id, id)
);
create index encounter_need_of on encounter_need (committee_id, encounter_id);

create table case_file (
  committee_id uuid not null references org (id),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('application', 'problem', 'inquiry', 'certificate')),
  status text not null,
  ending text,
  service_item text,
  service_item_version integer,
  encounter_id uuid,
  resident_id uuid,
  first_asked_id uuid not null references staff (id),
  handler_org_id uuid not null references org (id),
  handler_id uuid,
  urgent boolean not null default false,
  confidential boolean not null default false,
  due_at timestamptz,
  state jsonb not null,
  key_id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (committee_id, id),
  unique (committee_id, number)
);
comment on column case_file.state is 'The state that the domain derived from the events: a cache beside the truth, checked against it by a test.';
create index case_file_newest on case_file (committee_id, created_at desc, id desc);
create index case_file_handler on case_file (handler_org_id, created_at desc, id desc) where handler_org_id <> committee_id;
create index case_file_office on case_file (handler_org_id, id) where handler_org_id <> committee_id;
create index case_file_first_asked on case_file (committee_id, first_asked_id, created_at desc, id desc) where status <> 'closed';
create index case_file_with on case_file (committee_id, handler_id, created_at desc, id desc) where status <> 'closed';
create index case_file_resident on case_file (committee_id, resident_id) where resident_id is not null;
create index case_file_key on case_file (committee_id, key_id) where handler_org_id <> committee_id;

create table case_event (
  committee_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  primary key (committee_id, case_id, seq),
  unique (committee_id, id),
  foreign key (committee_id, case_id) references case_file (committee_id, id)
);
comment on table case_event is 'Append-only: codes and references. What people said stands in personal_text under the same id.';

create table personal_text (
  committee_id uuid not null,
  id uuid not null,
  case_id uuid,
  encounter_id uuid,
  key_id uuid not null,
  cipher bytea not null,
  primary key (committee_id, id),
  check (num_nonnulls(case_id, encounter_id) = 1)
);
comment on table personal_text is 'Words, names and notes, encrypted under the key of the person they are about.';
create index personal_text_case on personal_text (committee_id, case_id) where case_id is not null;

create table promise (
  committee_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  owner_id uuid not null references staff (id),
  due_at timestamptz not null,
  step integer not null default 0,
  wake_at timestamptz,
  state text not null check (state in ('open', 'paused', 'kept', 'broken', 'dropped')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (committee_id, id),
  foreign key (committee_id, case_id) references case_file (committee_id, id)
);
comment on table promise is 'Whatever is owed to somebody by a time. The job only wakes; this row is the truth.';
create index promise_wake on promise (wake_at) where state = 'open' and wake_at is not null;
create index promise_owner on promise (committee_id, owner_id, due_at) where state in ('open', 'paused');
create unique index promise_of_case on promise (committee_id, case_id, kind) where state in ('open', 'paused');

create table message (
  committee_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  event_id uuid,
  recipient_kind text not null check (recipient_kind in ('staff', 'resident', 'visitor', 'office')),
  recipient_id uuid,
  template text not null,
  facts jsonb not null default '{}',
  channel text not null,
  send_after timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (committee_id, id),
  foreign key (committee_id, case_id) references case_file (committee_id, id)
);
comment on table message is 'The outbox. It holds no words of or about a person: the text is made when it is sent.';
create index message_waiting on message (send_after) where state = 'waiting';
create index message_case on message (committee_id, case_id);

create table presence_day (
  committee_id uuid not null references org (id),
  date date not null,
  primary_id uuid references staff (id),
  backup_id uuid references staff (id),
  version integer not null default 1,
  primary key (committee_id, date)
);

create table absence (
  committee_id uuid not null references org (id),
  date date not null,
  staff_id uuid not null references staff (id),
  from_time time not null,
  to_time time not null,
  primary key (committee_id, date, staff_id, from_time),
  check (to_time > from_time)
);
