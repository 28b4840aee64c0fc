-- What the product sends to read one case: a random one of a random committee, as a worker of that committee.
\set n :n + 1
\set i 100000000000 + :n * 64 + :client_id
\set c random(0, :last_committee)
\set committee_number 1000 + :c
\set case_number random(100000000000, 100000000000 + :last_case)
begin;
-- choose
set local app.scope = '{scope}';
-- chosen
select c.committee_id, c.id, c.number, c.kind, c.service_item, c.service_item_version, c.encounter_id, c.resident_id,
    c.state, c.version, c.created_at, c.key_id, k.master, k.wrapped,
    t.key_id as words_key, t.cipher as words, r.key_id as resident_key, r.cipher as resident_cipher
  from case_file c
  left join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
  left join personal_text t on t.committee_id = c.committee_id and t.id = c.id
  left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id where c.committee_id = any (scope_committees()) and c.id = (:case_prefix::text || :committee_number || :case_middle || :case_number)::uuid;
select e.seq, e.id, e.type, e.at, e.actor, e.data, t.key_id, t.cipher
     from case_file c
     join case_event e on e.committee_id = c.committee_id and e.case_id = c.id
     left join personal_text t on t.committee_id = e.committee_id and t.id = e.id and t.case_id = e.case_id
     where c.committee_id = any (scope_committees()) and c.id = (:case_prefix::text || :committee_number || :case_middle || :case_number)::uuid order by e.seq;
insert into audit_entry (owner_org_id, id, at, actor_id, action, purpose, subject_kind, subject_id, subject_committee_id, facts) values ((:org_prefix::text || :committee_number)::uuid, (:run::text || :i)::uuid, now(), (:staff_prefix::text || :committee_number)::uuid, :action, :purpose, :subject, (:case_prefix::text || :committee_number || :case_middle || :case_number)::uuid, (:org_prefix::text || :committee_number)::uuid, :facts);
commit;
