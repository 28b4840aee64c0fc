-- Residents and where they live. Names, telephones and identity numbers are encrypted; keyed tokens find them.

create table building (
  committee_id uuid not null references org (id),
  id uuid not null,
  name text not null,
  floors integer not null,
  position integer not null,
  primary key (committee_id, id)
);

create table dwelling (
  committee_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  door text not null,
  floor integer not null,
  primary key (committee_id, id),
  unique (committee_id, building_id, door),
  foreign key (committee_id, building_id) references building (committee_id, id)
);

create table dwelling_token (
  committee_id uuid not null,
  token text not null,
  dwelling_id uuid not null,
  primary key (committee_id, token, dwelling_id),
  foreign key (committee_id, dwelling_id) references dwelling (committee_id, id)
);
comment on table dwelling_token is 'The spellings by which a door is asked for: 502, 3/502, 3/2/502. A door alone is nobody''s secret.';

create table household (
  committee_id uuid not null,
  id uuid not null,
  dwelling_id uuid not null,
  kind text not null,
  tags text[] not null default '{}',
  opened_on date not null,
  closed_on date,
  version integer not null default 1,
  primary key (committee_id, id),
  foreign key (committee_id, dwelling_id) references dwelling (committee_id, id)
);
create index household_dwelling on household (committee_id, dwelling_id);

create table resident (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  relation text not null,
  tags text[] not null default '{}',
  key_id uuid not null,
  cipher bytea not null,
  version integer not null default 1,
  primary key (committee_id, id),
  foreign key (committee_id, household_id) references household (committee_id, id)
);
create index resident_household on resident (committee_id, household_id);

create table resident_token (
  committee_id uuid not null,
  token bytea not null,
  resident_id uuid not null,
  primary key (committee_id, token, resident_id)
);
comment on table resident_token is 'Keyed fingerprints of parts of a name, of its initials and of telephones: they find a person and say nothing. Erasure deletes them.';
create index resident_token_of on resident_token (committee_id, resident_id);
