-- The registers are views over contacts and cases and have no table. They look up which need a case came from, what was
-- promised for it last, and the events of a case by their type; these indexes keep that quick.

create index encounter_need_case on encounter_need (committee_id, case_id) where case_id is not null;
create index promise_case on promise (committee_id, case_id, created_at);
