import { v7 as uuidv7 } from 'uuid';
import type { Committee } from './committee.ts';
import { walk } from './desk.ts';
import { settleIn } from './residents.ts';

/** Through the product: one resident, a contact and a case that was asked for, referred, answered and closed. */
async function work(at: Committee): Promise<void> {
  await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '邵兰英',
    phone: '13800000001',
    door: '502',
  });
  await at.at('waiting-resident');
  await at.at('dispatched');
  const referred = await at.at('referred');
  await walk(at.centre, referred, { type: 'answer', data: { answer: '中心已办' } });
}

type Fill = (at: Committee) => Promise<unknown>;
const byWork: Fill = async () => undefined;
const sql =
  (text: string, values: (at: Committee) => unknown[]): Fill =>
  (at) =>
    at.owner.rows(text, values(at));
const mine = (at: Committee) => at.staff.worker.org;

/**
 * How each tenant table gets a row of the worker's committee. `byWork`: the product writes it by itself. A table that is
 * not here fails the walk, so that whoever adds one says how it is filled.
 */
const FILL: Readonly<Record<string, Fill>> = {
  encounter: byWork,
  encounter_need: byWork,
  case_file: byWork,
  case_event: byWork,
  personal_text: byWork,
  promise: byWork,
  message: byWork,
  data_key: byWork,
  audit_entry: byWork,
  idempotency: byWork,
  building: byWork,
  dwelling: byWork,
  dwelling_token: byWork,
  household: byWork,
  resident: byWork,
  resident_token: byWork,
  erased_key: sql(
    "insert into erased_key (committee_id, key_id, basis) values ($1, $2, '居民要求')",
    (at) => [mine(at), uuidv7()],
  ),
  presence_day: sql(
    "insert into presence_day (committee_id, date, primary_id) values ($1, '2026-11-24', $2)",
    (at) => [mine(at), at.staff.worker.id],
  ),
  absence: sql(
    "insert into absence (committee_id, date, staff_id, from_time, to_time) values ($1, '2026-11-24', $2, '13:30', '17:00')",
    (at) => [mine(at), at.staff.worker.id],
  ),
  certificate_refusal: sql(
    `insert into certificate_refusal (committee_id, case_id, event_id, code, office_standing, at)
     select committee_id, id, gen_random_uuid(), 'NEG-01', 'assumed', created_at from case_file where committee_id = $1 limit 1`,
    (at) => [mine(at)],
  ),
  issued_certificate: sql(
    `insert into issued_certificate (committee_id, id, case_id, template, status, requested_by, requested_at)
     select committee_id, gen_random_uuid(), id, 'CT-01', 'waiting', first_asked_id, created_at from case_file where committee_id = $1 limit 1`,
    (at) => [mine(at)],
  ),
  issued_certificate_event: sql(
    `insert into issued_certificate_event (committee_id, certificate_id, seq, id, type, at, actor_id)
     select committee_id, id, 1, gen_random_uuid(), 'request', requested_at, requested_by from issued_certificate where committee_id = $1 limit 1`,
    (at) => [mine(at)],
  ),
  loan: sql(
    `insert into loan (committee_id, id, encounter_id, count, state, lent_by, lent_by_name, lent_at, due_at, key_id)
     select committee_id, gen_random_uuid(), id, 1, 'out', owner_id, owner_name, now(), now(), key_id
     from encounter where committee_id = $1 and cardinality(confidential_cases) = 0 limit 1`,
    (at) => [mine(at)],
  ),
  loan_step: sql(
    `insert into loan_step (committee_id, loan_id, seq, id, type, at, staff_id, staff_name)
     select committee_id, id, 1, gen_random_uuid(), 'lend', lent_at, lent_by, lent_by_name from loan where committee_id = $1 limit 1`,
    (at) => [mine(at)],
  ),
  phonebook_entry: sql(
    `insert into phonebook_entry (committee_id, id, role, key_id, cipher, standing, changed_by, changed_by_name, changed_at)
     values ($1, $2, 'lift', $3, '\\x01', 'assumed', $4, '王', now())`,
    (at) => [mine(at), uuidv7(), uuidv7(), at.staff.worker.id],
  ),
  offline_kit: sql(
    "insert into offline_kit (committee_id, date, made_at) values ($1, '2026-11-24', now())",
    (at) => [mine(at)],
  ),
  hand_over: sql(
    `insert into hand_over (committee_id, id, from_id, from_name, given_at, until, contents, key_id, cipher)
     values ($1, $2, $3, '王', now(), now() + interval '1 day', '{}', $4, '\\x01')`,
    (at) => [mine(at), uuidv7(), at.staff.worker.id, uuidv7()],
  ),
  feedback: sql(
    `insert into feedback (owner_org_id, id, author_id, author_name, anonymous, above, kind, page, wants_answer, at, due_at, key_id, cipher)
     values ($1, $2, $3, '王', false, false, 'problem', '/desk', true, now(), now(), $4, '\\x01')`,
    (at) => [mine(at), uuidv7(), at.staff.worker.id, uuidv7()],
  ),
  audit_seal: sql(
    "insert into audit_seal (owner_org_id, seq, entries, root, previous, seal, entry_ids, hashes, first_at, last_at) values ($1, 1, 1, '\\x01', '\\x00', '\\x02', '{}', '\\x03', now(), now())",
    (at) => [mine(at)],
  ),
  audit_mark: sql('insert into audit_mark (owner_org_id, complete_to) values ($1, now())', (at) => [
    mine(at),
  ]),
};

/** Fills every table; throws for one that nobody has said how to fill. */
export async function fillEvery(at: Committee, tables: readonly string[]): Promise<void> {
  const unknown = tables.filter((name) => FILL[name] === undefined);
  if (unknown.length > 0) throw new Error(`say in FILL how these get a row: ${unknown.join(', ')}`);
  await work(at);
  // Parents before children: the order of FILL is the order of filling.
  for (const [name, fill] of Object.entries(FILL)) if (tables.includes(name)) await fill(at);
}
