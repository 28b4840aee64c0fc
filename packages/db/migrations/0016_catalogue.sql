-- The maintainer's work on the catalogue: who made a version and why, what a confirmation rests on, and that an item is
-- not offered any more. Each of them is a version of its own: the newest number is what a maintainer saw and writes over.

alter table service_item_version
  add column act text not null default 'ship' check (act in ('ship', 'edit', 'confirm', 'withdraw', 'restore', 'import')),
  add column withdrawn boolean not null default false,
  add column reason text,
  add column why_past text,
  add column basis_kind text check (basis_kind in ('document-local', 'document-national', 'press', 'office'));
comment on column service_item_version.withdrawn is 'From its first day on no new matter is opened under the item; open ones keep the version that they have.';
comment on column service_item_version.why_past is 'Why the first day lay in the past when the version was made.';
comment on column service_item_version.basis_kind is 'What the confirmation rests on; carried on with it for as long as nobody changes what was confirmed.';

-- Versions never change: what closes one is the next.
revoke update (valid_to, confirmed_by, confirmed_at, confirmed_basis) on service_item_version from qzt_app;
