-- What the product sends to list the newest 20 cases of the worker's committee (one more tells whether there are others).
\set n :n + 1
\set i 100000000000 + :n * 64 + :client_id
begin;
set local app.scope = '{scope}';
select c.committee_id, c.id, c.number, c.kind, c.service_item, c.service_item_version, c.encounter_id, c.resident_id,
    c.state, c.version, c.created_at, c.key_id, k.master, k.wrapped,
    t.key_id as words_key, t.cipher as words, r.key_id as resident_key, r.cipher as resident_cipher from unnest(:committees::uuid[]) as own(committee_id) cross join lateral (
           select c.* from case_file c where c.committee_id = own.committee_id order by c.created_at desc, c.id desc limit :limit) c left join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
  left join personal_text t on t.committee_id = c.committee_id and t.id = c.id
  left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id order by c.created_at desc, c.id desc limit :limit;
insert into audit_entry (owner_org_id, id, at, actor_id, action, purpose, subject_kind, subject_id, subject_committee_id, facts) values (:committee, (:run::text || :i)::uuid, now(), :staff, :action, :purpose, :subject, null, null, :facts);
commit;
