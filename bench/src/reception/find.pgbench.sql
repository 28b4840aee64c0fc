-- What the product sends to find residents by a part of the name: each client keeps to the keyed tokens of one part.
\set n :n + 1
\set i 100000000000 + :n * 64 + :client_id
begin;
set local app.scope = '{scope}';
-- choose
select r.committee_id, r.id, r.household_id, r.relation, r.cipher, r.key_id, k.master, k.wrapped, d.door
  from resident r
  left join data_key k on k.committee_id = r.committee_id and k.id = r.key_id
  left join household h on h.committee_id = r.committee_id and h.id = r.household_id
  left join dwelling d on d.committee_id = h.committee_id and d.id = h.dwelling_id
     where r.committee_id = any (scope_committees()) and r.id in (
       select t.resident_id from resident_token t
       where t.committee_id = any (scope_committees()) and t.token = any (:tokens::bytea[])
       group by t.committee_id, t.resident_id having count(*) = cardinality(:tokens::bytea[])
       order by t.resident_id limit :limit)
     order by r.id;
-- chosen
insert into audit_entry (owner_org_id, id, at, actor_id, action, purpose, subject_kind, subject_id, subject_committee_id, facts) values (:committee, (:run::text || :i)::uuid, now(), :staff, :action, :purpose, :subject, null, null, :facts);
commit;
