-- What the product sends to register a case, text by text. A test holds it against the statements that it really sends.
-- Ids are as time-ordered as the product's UUIDv7 and unique: a prefix with the time of the run, then a counter.
\set n :n + 1
\set i 100000000000 + :n * 64 + :client_id
\set number permute(:n * 64 + :client_id, 1000000000000, 7)
begin;
set local app.scope = '{scope}';
insert into data_key (committee_id, id, subject_kind, subject_id, master, wrapped) values (:committee, (:run::text || :i)::uuid, :subject_kind, (:run::text || :i)::uuid, :master, :wrapped);
insert into case_file (committee_id, id, number, kind, status, ending, service_item, service_item_version, encounter_id,
    resident_id, first_asked_id, handler_org_id, handler_id, urgent, confidential, due_at, state, key_id, version, created_at, changed_at)
  values (:committee, (:run::text || :i)::uuid, :number, :kind, :status, null, :service_item, :service_item_version, null, null, :staff, :committee, :staff, :urgent, :confidential, :due_at, :state, (:run::text || :i)::uuid, :version, now(), now());
insert into personal_text (committee_id, id, case_id, encounter_id, key_id, cipher) values (:committee, (:run::text || :i)::uuid, (:run::text || :i)::uuid, null, (:run::text || :i)::uuid, :words);
insert into case_event (committee_id, case_id, seq, id, type, at, actor, data)
  select :committee, (:run::text || :i)::uuid, e.seq, e.id, e.type, e.at, e.actor, e.data
  from unnest(:seqs::int[], array[(:run::text || :i)]::uuid[], :types::text[], :ats::timestamptz[], :actors::jsonb[], :datas::jsonb[]) as e(seq, id, type, at, actor, data);
insert into promise (committee_id, id, case_id, kind, owner_id, due_at, wake_at, state, created_at) values (:committee, (:run::text || :i)::uuid, (:run::text || :i)::uuid, :promise_kind, :staff, :due_at, :wake_at, :promise_state, now());
insert into audit_entry (owner_org_id, id, at, actor_id, action, purpose, subject_kind, subject_id, subject_committee_id, facts) values (:committee, (:run::text || :i)::uuid, now(), :staff, :action, :purpose, :subject, (:run::text || :i)::uuid, :committee, :facts);
insert into idempotency (owner_org_id, actor_id, route, key, body_mac, status, outcome, subject_committee_id, subject_key_id) values (:committee, :staff, :route, (:run::text || :i), :body_mac, :http_status, :outcome, :committee, (:run::text || :i)::uuid);
commit;
