-- Row-level security, forced on every tenant table. A committee's rows are visible inside its scope. A case is also
-- visible to the office that it was handed to, while it is there. A confidential case is visible to the worker first
-- asked, the worker it is with, the head, and the office that it was handed to. Whatever hangs on a case follows the case.

grant select, insert, update on case_file, encounter, encounter_need, promise, message, presence_day,
  building, dwelling, household, resident to qzt_app;
grant select, insert, delete on absence, resident_token, dwelling_token, data_key to qzt_app;
grant select, insert on case_event, personal_text, erased_key, audit_entry, audit_seal, audit_leaf to qzt_app;
grant select, insert, update on audit_mark to qzt_app;
grant select, insert, delete on idempotency to qzt_app;

do $$
declare
  name text;
begin
  foreach name in array array['data_key', 'erased_key', 'encounter', 'encounter_need', 'case_file', 'case_event',
    'personal_text', 'promise', 'message', 'presence_day', 'absence', 'building', 'dwelling', 'dwelling_token', 'household', 'resident',
    'resident_token', 'audit_entry', 'audit_seal', 'audit_leaf', 'audit_mark', 'idempotency']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['erased_key', 'presence_day', 'absence', 'building', 'dwelling', 'dwelling_token', 'household', 'resident_token']
  loop
    execute format('create policy tenant on %I to qzt_app using (committee_id = any ((select scope_committees())::uuid[]))', name);
  end loop;
end
$$;

-- Whether a confidential record may be seen: by whoever it is with, as long as they work on cases, and by the head.
create function may_read_confidential(owner uuid) returns boolean
  language sql stable parallel safe
  return (owner = scope_staff() and scope_may('case.write')) or scope_may('case.confidential.read');

-- Whether a case was handed out of its committee to the actor's own office, for somebody there who works on cases.
create function with_my_office(committee uuid, handler_org uuid) returns boolean
  language sql stable parallel safe
  return handler_org <> committee and handler_org = scope_org() and scope_may('case.write');

-- Who may see a case, and so who may change it as it stands.
create function may_see_case(committee uuid, confidential boolean, first_asked uuid, handler uuid, handler_org uuid) returns boolean
  language sql stable parallel safe
  return (committee = any (scope_committees())
      and (not confidential or may_read_confidential(first_asked) or may_read_confidential(handler)))
    or with_my_office(committee, handler_org);

-- Whether a case stays within reach: whoever gives it away may be have lost sight of it afterwards, but moves it no further than this.
create function case_in_reach(committee uuid, handler_org uuid) returns boolean
  language sql stable parallel safe
  return committee = any (scope_committees()) or with_my_office(committee, handler_org);

-- PostgreSQL holds the new row of an UPDATE that reads columns against the policy for SELECT too. So the case acted on stays
-- in sight until its transaction ends; the old row is still held against the policy for UPDATE, which knows no exception.
create policy see on case_file for select to qzt_app using (
  (committee_id = any ((select scope_committees())::uuid[])
    and (not confidential
      or may_read_confidential(first_asked_id)
      or may_read_confidential(handler_id)
      or id = (select scope_acting_on())))
  or with_my_office(committee_id, handler_org_id)
);
create policy open on case_file for insert to qzt_app with check (committee_id = any ((select scope_committees())::uuid[]));
create policy change on case_file for update to qzt_app
  using (may_see_case(committee_id, confidential, first_asked_id, handler_id, handler_org_id))
  with check (case_in_reach(committee_id, handler_org_id));

create policy tenant on case_event to qzt_app using (
  exists (select from case_file c where c.committee_id = case_event.committee_id and c.id = case_event.case_id)
);

create policy tenant on promise to qzt_app using (
  exists (select from case_file c where c.committee_id = promise.committee_id and c.id = promise.case_id)
);

create policy tenant on message to qzt_app using (
  exists (select from case_file c where c.committee_id = message.committee_id and c.id = message.case_id)
);

-- A contact about a confidential case is seen by whoever sees the case, whoever recorded it. It names the cases itself, so
-- that this policy need not look at the needs, which look here.
create policy tenant on encounter to qzt_app using (
  committee_id = any ((select scope_committees())::uuid[])
  and (cardinality(confidential_cases) = 0
    or exists (select from case_file c where c.committee_id = encounter.committee_id and c.id = any (encounter.confidential_cases)))
);

create policy tenant on encounter_need to qzt_app using (
  exists (select from encounter e where e.committee_id = encounter_need.committee_id and e.id = encounter_need.encounter_id)
);

create policy tenant on personal_text to qzt_app using (
  case when case_id is not null
    then exists (select from case_file c where c.committee_id = personal_text.committee_id and c.id = personal_text.case_id)
    else exists (select from encounter e where e.committee_id = personal_text.committee_id and e.id = personal_text.encounter_id)
  end
);

-- An office reads the keys and the person of the cases that are with it, and no others.
create policy tenant on data_key to qzt_app using (
  committee_id = any ((select scope_committees())::uuid[])
  or exists (select from case_file c
             where c.committee_id = data_key.committee_id and c.key_id = data_key.id and with_my_office(c.committee_id, c.handler_org_id))
);

create policy tenant on resident to qzt_app using (
  committee_id = any ((select scope_committees())::uuid[])
  or exists (select from case_file c
             where c.committee_id = resident.committee_id and c.resident_id = resident.id and with_my_office(c.committee_id, c.handler_org_id))
);

-- Audit: everybody writes into the log of their own organisation; who may read it has the permission.
create policy own on audit_entry for insert to qzt_app with check (owner_org_id = (select scope_org()));
create policy read on audit_entry for select to qzt_app using (
  owner_org_id = any ((select scope_orgs())::uuid[]) and (select scope_may('audit.read'))
);
create policy tenant on audit_seal to qzt_app using (
  owner_org_id = any ((select scope_orgs())::uuid[]) and (select scope_may('audit.read'))
);
create policy tenant on audit_leaf to qzt_app using (
  owner_org_id = any ((select scope_orgs())::uuid[]) and (select scope_may('audit.read'))
);

create policy tenant on audit_mark to qzt_app using (
  owner_org_id = any ((select scope_orgs())::uuid[]) and (select scope_may('audit.read'))
);

create policy own on idempotency to qzt_app using (
  owner_org_id = (select scope_org()) and actor_id = (select scope_staff())
);
