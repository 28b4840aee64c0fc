-- Working time: which days count, when the desk is open. Reference tables, edited by administrators.

create table calendar_year (
  year integer primary key,
  known boolean not null,
  basis text not null,
  standing text not null,
  version integer not null default 1
);
comment on table calendar_year is 'A year that is not known is flagged in every due time that reaches it, never guessed.';

create table calendar_day (
  date date primary key,
  kind text not null check (kind in ('holiday', 'makeUpWorkday')),
  name text not null,
  standing text not null,
  version integer not null default 1
);

create table opening_hours (
  org_id uuid not null references org (id),
  valid_from date not null,
  bands jsonb not null,
  standing text not null,
  source_place text not null default '',
  primary key (org_id, valid_from)
);
comment on table opening_hours is 'Of a subdistrict for all its committees, or of one committee, which then overrides.';

create table service_item_version (
  code text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  body jsonb not null,
  standing text not null,
  edited_by uuid references staff (id),
  edited_at timestamptz not null default now(),
  confirmed_by uuid references staff (id),
  confirmed_at timestamptz,
  confirmed_basis text,
  primary key (code, version),
  check (valid_to is null or valid_to > valid_from)
);
comment on table service_item_version is 'The catalogue: versions never change, a new rule is a new version with its first day.';

grant select, insert, update, delete on calendar_day to qzt_app;
grant select, insert, update on calendar_year, opening_hours to qzt_app;
grant select, insert on service_item_version to qzt_app;
grant update (valid_to, confirmed_by, confirmed_at, confirmed_basis) on service_item_version to qzt_app;
