-- What the jobs' role may see: in which committee or organisation something is due, and nothing of what it is. The jobs
-- then act as the application's role, in the scope of that one committee, like anybody else.

grant select (id) on org to qzt_jobs;

grant select (committee_id, wake_at, state) on promise to qzt_jobs;
create policy due on promise for select to qzt_jobs using (state = 'open' and wake_at is not null);

grant select (committee_id, send_after, state) on message to qzt_jobs;
create policy due on message for select to qzt_jobs using (state = 'waiting');

grant select (owner_org_id, id, at) on audit_entry to qzt_jobs;
grant select (owner_org_id, entry_id) on audit_leaf to qzt_jobs;
create policy unsealed on audit_entry for select to qzt_jobs using (true);
create policy unsealed on audit_leaf for select to qzt_jobs using (true);

-- What is past its time is deleted, and the policy itself knows the time.
grant select (created_at), delete on idempotency to qzt_jobs;
create policy past_see on idempotency for select to qzt_jobs using (created_at < now() - interval '7 days');
create policy past on idempotency for delete to qzt_jobs using (created_at < now() - interval '7 days');
grant select (expires_at, revoked_at), delete on session to qzt_jobs;

alter table promise add column failures integer not null default 0;
comment on column promise.failures is 'How often waking failed in a row: each failure waits longer, and blocks no other promise.';
