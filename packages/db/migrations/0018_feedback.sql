-- A suggestion, a problem or a complaint, and the answer to it. It belongs to the organisation of whoever wrote it, a
-- committee or an office. The words and the answer are encrypted under a key of their own.

create table feedback (
  owner_org_id uuid not null references org (id),
  id uuid not null,
  author_id uuid not null references staff (id),
  author_name text not null,
  anonymous boolean not null,
  above boolean not null,
  kind text not null check (kind in ('suggestion', 'problem', 'complaint')),
  page text not null,
  wants_answer boolean not null,
  at timestamptz not null,
  due_at timestamptz not null,
  answered_by uuid references staff (id),
  answered_by_name text,
  answered_at timestamptz,
  key_id uuid not null,
  cipher bytea not null,
  answer_cipher bytea,
  version integer not null default 1,
  primary key (owner_org_id, id),
  check (num_nonnulls(answered_by, answered_by_name, answered_at, answer_cipher) in (0, 4))
);
comment on column feedback.anonymous is 'Whoever answers does not see the author: the product hides the name, the author still gets the answer.';
comment on column feedback.above is 'For the administrator above, and not for the head of the own committee.';
comment on column feedback.page is 'On which page it was written: the route, without an id.';
create index feedback_newest on feedback (owner_org_id, at desc, id desc);
create index feedback_mine on feedback (author_id, at desc, id desc);

grant select, insert on feedback to qzt_app;
grant update (answered_by, answered_by_name, answered_at, answer_cipher, version) on feedback to qzt_app;
alter table feedback enable row level security;
alter table feedback force row level security;

-- Who answers: the head of the committee, unless it goes above; administrators above for all below them.
create function may_answer_feedback(owner uuid, above boolean) returns boolean
  language sql stable parallel safe
  return owner = any (scope_orgs()) and scope_may('feedback.answer') and (not above or owner <> scope_org());

create policy see on feedback for select to qzt_app using (
  (owner_org_id = (select scope_org()) and author_id = (select scope_staff())) or may_answer_feedback(owner_org_id, above)
);
create policy write on feedback for insert to qzt_app with check (
  owner_org_id = (select scope_org()) and author_id = (select scope_staff())
);
create policy answer on feedback for update to qzt_app
  using (may_answer_feedback(owner_org_id, above)) with check (may_answer_feedback(owner_org_id, above));

-- An office is no committee: it reaches the keys of what was written there, and of nothing else.
create policy feedback_see on data_key for select to qzt_app using (
  subject_kind = 'feedback'
  and exists (select from feedback f where f.owner_org_id = data_key.committee_id and f.id = data_key.subject_id)
);
create policy feedback_make on data_key for insert to qzt_app with check (
  subject_kind = 'feedback' and committee_id = (select scope_org())
);
