-- Reference tables: organisations, people who work, how they sign in. Uniqueness is global here and nowhere else.

create table org (
  id uuid primary key,
  kind text not null check (kind in ('district', 'subdistrict', 'committee', 'department', 'centre')),
  parent_id uuid references org (id),
  name text not null,
  code text not null unique,
  neighbourhood text,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on column org.code is 'Short code in addresses and QR codes, unique in the installation.';
create index org_parent on org (parent_id);

create table staff (
  id uuid primary key,
  org_id uuid not null references org (id),
  name text not null,
  leader boolean not null default false,
  roles text[] not null,
  service_lines text[] not null default '{}',
  left_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index staff_org on staff (org_id);

create table credential (
  staff_id uuid primary key references staff (id),
  username text not null unique,
  password_hash text not null,
  failed integer not null default 0,
  locked_until timestamptz,
  totp_secret bytea,
  totp_pending bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  changed_at timestamptz not null default now()
);
comment on column credential.failed is 'Attempts since the last success, counted before they are checked. The account waits, never the address: a whole committee shares one address.';
comment on column credential.totp_pending is 'A secret begun and not confirmed: the confirmed one counts until then.';
comment on column credential.totp_last_step is 'The last time step that was accepted: a one-time code counts once.';

create table session (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  token_hash bytea not null unique,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_staff on session (staff_id);

create table installation (
  name text primary key,
  value jsonb not null
);
comment on table installation is 'Facts about this installation: demonstration data or not, how far it has been filled.';

grant select, insert, update on org, staff, credential, session, installation to qzt_app;
