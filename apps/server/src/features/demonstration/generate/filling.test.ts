import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filled, filledProduct } from './testing/filled.ts';

/** A filling takes seconds; on a machine that does much else, many. */
const PATIENCE = 120_000;

const NOW = '2026-11-24T15:30:00+08:00';
let one: Filled;
let same: Filled;
let other: Filled;
beforeAll(async () => {
  one = await filledProduct(NOW, 1);
  same = await filledProduct(NOW, 1);
  other = await filledProduct(NOW, 0);
  await other.fill(1, { seed: '2' });
}, PATIENCE);
afterAll(() => Promise.all([one, same, other].map((product) => product.drop())));

/** What the seed decides; keys, ciphers, fingerprints and codes (~…) are secrets of each installation. */
const DECIDED = {
  staff: 'id, org_id, name, roles, service_lines',
  building: '*',
  dwelling: '*',
  dwelling_token: '*',
  household: '*',
  data_key: 'committee_id, id, subject_kind, subject_id',
  resident: 'committee_id, id, household_id, relation, tags, key_id',
  encounter: '*',
  encounter_need: '*',
  case_file: '*',
  case_event: '*',
  personal_text: 'committee_id, id, case_id, encounter_id, key_id',
  certificate_local: '*',
  certificate_refusal: '*',
  issued_certificate: '*',
  issued_certificate_event:
    'committee_id, certificate_id, seq, id, type, at, actor_id, reason, content_hash',
  promise: '*',
  message: '*',
  presence_day: '*',
  absence: '*',
  audit_entry: 'owner_org_id, id, at, actor_id, action, purpose, subject_kind, subject_id, facts',
};

async function fingerprints({ owner }: Filled): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [table, columns] of Object.entries(DECIDED)) {
    const { rows } = await owner.query(
      `select md5(string_agg(line, '' order by line)) as hash from (select regexp_replace(row(t.*)::text, '~[\\w-]{16}', '~', 'g') as line from (select ${columns} from ${table}) t) as lines`,
    );
    found[table] = rows[0].hash;
  }
  return found;
}

test('the same seed and present give the same rows, another seed gives others', async () => {
  const hashes = await fingerprints(one);
  expect(await fingerprints(same)).toEqual(hashes);
  for (const [table, hash] of Object.entries(await fingerprints(other)))
    expect(hash, table).not.toBe(hashes[table]);
});

const filledCommittees = async ({ owner }: Filled): Promise<number[]> => {
  const { rows } = await owner.query(
    'select count(*) as n from encounter group by committee_id order by committee_id',
  );
  return rows.map(({ n }) => n);
};

const noted = async ({ owner }: Filled) =>
  (await owner.query(`select value from installation where name = 'filling'`)).rows[0]?.value;

test(
  'broken off in the middle, a committee is not there at all; the next filling goes on with it',
  async () => {
    const first = await filledCommittees(one);
    expect(first).toHaveLength(1);
    let batches = 0;
    const rest = async () => {
      batches += 1;
      if (batches === 12) throw new Error('the power failed');
    };
    await expect(one.fill(2, { rest })).rejects.toThrow('the power failed');
    expect(await filledCommittees(one)).toEqual(first);
    expect(await noted(one)).toEqual({ done: 1, of: 2 });
    const written = await one.fill(2);
    expect(written).toBeGreaterThan(50_000);
    expect(await filledCommittees(one)).toHaveLength(2);
    expect(await noted(one)).toBeUndefined();
    expect(await one.fill(2)).toBe(0);
  },
  PATIENCE,
);

test(
  'two fillers at once fill each committee once',
  async () => {
    const rows = await Promise.all([same.fill(2), same.fill(2)]);
    expect(rows.filter((written) => written > 0)).toHaveLength(1);
    expect(await filledCommittees(same)).toHaveLength(2);
  },
  PATIENCE,
);
