-- Danger and confidentiality: who else may know of a confidential case, and messages that ring whatever the hour.

alter table case_file add column shared_with uuid[] not null default '{}';
comment on column case_file.shared_with is 'Whom the worker first asked or the head let know of a confidential case, besides the people it is with.';

alter table message add column at_once boolean not null default false;
comment on column message.at_once is 'Danger: leaves at once, also in quiet hours.';
grant select (at_once) on message to qzt_jobs;

-- Whether somebody was let know of a confidential record by name, and works on cases.
create function was_named(people uuid[]) returns boolean
  language sql stable parallel safe
  return scope_staff() = any (people) and scope_may('case.write');

-- As before, with whoever was named.
create function may_see_case(committee uuid, confidential boolean, first_asked uuid, handler uuid, handler_org uuid, people uuid[]) returns boolean
  language sql stable parallel safe
  return (committee = any (scope_committees())
      and (not confidential or may_read_confidential(first_asked) or may_read_confidential(handler) or was_named(people)))
    or with_my_office(committee, handler_org);

alter policy see on case_file using (
  (committee_id = any ((select scope_committees())::uuid[])
    and (not confidential
      or may_read_confidential(first_asked_id)
      or may_read_confidential(handler_id)
      or was_named(shared_with)
      or id = (select scope_acting_on())))
  or with_my_office(committee_id, handler_org_id)
);

alter policy change on case_file
  using (may_see_case(committee_id, confidential, first_asked_id, handler_id, handler_org_id, shared_with));

drop function may_see_case(uuid, boolean, uuid, uuid, uuid);
