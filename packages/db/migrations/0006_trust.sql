-- What belongs to an owner organisation (`owner_org_id` leads every key): audit, seals, stored outcomes.

create table audit_entry (
  owner_org_id uuid not null references org (id),
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  action text not null,
  purpose text not null,
  subject_kind text not null,
  subject_id uuid,
  subject_committee_id uuid,
  facts jsonb not null default '{}',
  primary key (owner_org_id, id)
);
comment on table audit_entry is 'Who read or changed what, and why. Append-only; inserted freely, sealed in batches afterwards.';
create index audit_entry_at on audit_entry (owner_org_id, at);

create table audit_seal (
  owner_org_id uuid not null references org (id),
  seq integer not null,
  entries integer not null,
  root bytea not null,
  previous bytea not null,
  seal bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (owner_org_id, seq)
);

create table audit_leaf (
  owner_org_id uuid not null,
  entry_id uuid not null,
  seal_seq integer not null,
  leaf integer not null,
  hash bytea not null,
  primary key (owner_org_id, entry_id),
  unique (owner_org_id, seal_seq, leaf),
  foreign key (owner_org_id, seal_seq) references audit_seal (owner_org_id, seq),
  foreign key (owner_org_id, entry_id) references audit_entry (owner_org_id, id)
);

create table audit_mark (
  owner_org_id uuid primary key references org (id),
  complete_to timestamptz not null
);
comment on table audit_mark is 'Every entry from before this time is sealed, but for what was committed late: where the next look begins. No part of the chain.';

create table idempotency (
  owner_org_id uuid not null references org (id),
  actor_id uuid not null,
  route text not null,
  key text not null,
  body_mac bytea not null,
  status integer not null,
  outcome bytea not null,
  subject_committee_id uuid,
  subject_key_id uuid,
  created_at timestamptz not null default now(),
  primary key (owner_org_id, actor_id, route, key),
  check (num_nulls(subject_committee_id, subject_key_id) in (0, 2))
);
comment on table idempotency is 'The outcome of every write, encrypted, kept seven days: a repeated request gets the same answer. What tells of a person lies under the key of that person, and goes with it.';
create index idempotency_age on idempotency (created_at);
