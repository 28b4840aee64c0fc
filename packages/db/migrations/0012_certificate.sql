-- Certificates: what an office confirmed of a paper, how a decision about one came about, and the papers that went out.

-- What a subdistrict (for all its committees) or a committee confirmed of one paper of the lists. A reference table: no
-- person stands in it but the one who confirmed. Every version stays; the newest holds.
create table certificate_local (
  org_id uuid not null references org (id),
  code text not null,
  version integer not null,
  office text,
  phone text,
  address text,
  ruling text check (ruling in ('issue', 'refuse')),
  basis text not null,
  confirmed_on date not null,
  confirmed_by uuid not null references staff (id),
  written_at timestamptz not null,
  primary key (org_id, code, version)
);
comment on table certificate_local is 'Who can help with a paper that a committee does not issue, and whether one that the list leaves open is issued here. office and ruling null: taken back.';
grant select, insert on certificate_local to qzt_app;

-- Beside the event `refuse` of a case: which paper was asked for and what decided. Codes only.
create table certificate_refusal (
  committee_id uuid not null,
  case_id uuid not null,
  event_id uuid not null,
  code text,
  answers jsonb not null default '{}',
  office_standing text not null,
  at timestamptz not null,
  primary key (committee_id, event_id),
  foreign key (committee_id, case_id) references case_file (committee_id, id)
);
comment on column certificate_refusal.code is 'Of the entry of the lists; null: the paper is on none.';
create index certificate_refusal_case on certificate_refusal (committee_id, case_id);
create index certificate_refusal_at on certificate_refusal (committee_id, at);

create table issued_certificate (
  committee_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  template text not null,
  code text,
  status text not null check (status in ('waiting', 'issued', 'declined', 'void')),
  number text,
  requested_by uuid not null references staff (id),
  requested_at timestamptz not null,
  approved_by uuid references staff (id),
  issued_at timestamptz,
  copies integer not null default 0,
  version integer not null default 1,
  primary key (committee_id, id),
  unique (committee_id, number),
  foreign key (committee_id, case_id) references case_file (committee_id, id),
  check ((status in ('issued', 'void')) = (number is not null and issued_at is not null))
);
comment on table issued_certificate is 'Where a paper stands: one that was issued is never deleted. What was written on it lies with its events.';
create index issued_certificate_case on issued_certificate (committee_id, case_id);
create index issued_certificate_newest on issued_certificate (committee_id, requested_at desc, id desc);
create index issued_certificate_issued on issued_certificate (committee_id, issued_at) where issued_at is not null;

create table issued_certificate_event (
  committee_id uuid not null,
  certificate_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null check (type in ('request', 'issue', 'decline', 'print', 'void')),
  at timestamptz not null,
  actor_id uuid not null references staff (id),
  reason text,
  content_hash text,
  key_id uuid,
  cipher bytea,
  primary key (committee_id, certificate_id, seq),
  unique (committee_id, id),
  foreign key (committee_id, certificate_id) references issued_certificate (committee_id, id),
  check (num_nulls(key_id, cipher) in (0, 2)),
  check ((type = 'issue') = (content_hash is not null))
);
comment on table issued_certificate_event is 'Append-only: who asked for a paper, issued, printed or voided it. What was asked for and what was issued is encrypted under the key of the person, so that it never changes and goes with the key; reason is a code.';

grant select, insert on certificate_refusal, issued_certificate_event, issued_certificate to qzt_app;
grant update (status, number, approved_by, issued_at, copies, version) on issued_certificate to qzt_app;

do $$
declare
  name text;
begin
  foreach name in array array['certificate_refusal', 'issued_certificate', 'issued_certificate_event']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

-- They follow the case, inside the committee alone: an office that a case was handed to has no business with its papers.
create policy tenant on certificate_refusal to qzt_app using (
  committee_id = any ((select scope_committees())::uuid[])
  and exists (select from case_file c where c.committee_id = certificate_refusal.committee_id and c.id = certificate_refusal.case_id)
);
create policy tenant on issued_certificate to qzt_app using (
  committee_id = any ((select scope_committees())::uuid[])
  and exists (select from case_file c where c.committee_id = issued_certificate.committee_id and c.id = issued_certificate.case_id)
);
create policy tenant on issued_certificate_event to qzt_app using (
  exists (select from issued_certificate i
          where i.committee_id = issued_certificate_event.committee_id and i.id = issued_certificate_event.certificate_id)
);
