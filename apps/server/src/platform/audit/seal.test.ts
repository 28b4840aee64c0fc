import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../../testing/product.ts';
import { makeLog } from '../log.ts';
import { type Pool, withPool } from '../pool.ts';
import { type SealFrom, sealAudit, sealTask, verifyAudit } from './index.ts';

let product: TestProduct;
let jobsPool: Pool;
beforeAll(async () => {
  product = await testProduct();
  jobsPool = new pg.Pool(product.connection('jobs'));
});
afterAll(async () => {
  await jobsPool.end();
  await product.drop();
});

const sealGround = () => ({
  pool: product.ground.pool,
  jobsPool,
  clock: product.clock,
  log: makeLog('silent'),
});
const seal = (from: SealFrom = new Date(product.clock.now().getTime() - 3_600_000)) =>
  sealAudit(sealGround(), from);
const asOwner = <T>(work: (pool: Pool) => Promise<T>) =>
  withPool(product.connection('owner'), work);
const reportOf = async (code = 'demo-01') => {
  const [report] = (await asOwner((pool) => verifyAudit(pool, code))) ?? [];
  if (report === undefined) throw new Error(`no report of ${code}`);
  return report;
};

/** Three sealings of several entries each, and then one entry that is not sealed yet. */
beforeEach(async () => {
  const worker = await product.as('worker');
  for (let round = 0; round < 3; round += 1) {
    await worker.get('/api/v1/cases');
    await worker.get('/api/v1/encounters');
    await seal();
  }
  await worker.get('/api/v1/cases');
});

/** Changes the log as only the owner of its tables can, with the foreign keys off, and puts it back afterwards. */
async function tampered(change: string, look: () => Promise<void>): Promise<void> {
  await asOwner(async (pool) => {
    for (const table of ['audit_entry', 'audit_seal'])
      await pool.query(`create table kept_${table} as table ${table}`);
    await pool.query('set session_replication_role = replica');
    const { rowCount } = await pool.query(change);
    expect(rowCount).toBeGreaterThan(0);
    try {
      await look();
    } finally {
      for (const table of ['audit_entry', 'audit_seal']) {
        await pool.query(`delete from ${table}`);
        await pool.query(`insert into ${table} table kept_${table}`);
        await pool.query(`drop table kept_${table}`);
      }
    }
  });
  expect((await reportOf()).broken).toBeNull();
}

const ORG = `owner_org_id = (select id from org where code = 'demo-01')`;

test('sealed logs hold; what is not sealed yet is reported, also what is older than an hour', async () => {
  const before = await reportOf();
  expect(before).toMatchObject({ broken: null, unsealed: 1 });
  expect(before.seals).toBeGreaterThanOrEqual(3);
  product.clock.set('2026-11-24T15:00:00+08:00');
  await seal();
  expect(await reportOf()).toMatchObject({ unsealed: 1, head: before.head });
  await seal('first');
  const after = await reportOf();
  expect(after).toMatchObject({ unsealed: 0, sealed: before.sealed + 1, broken: null });
  expect(after.head).not.toBe(before.head);
});

test('the task seals what is new each time, and at its start whatever was left', async () => {
  const task = sealTask(sealGround());
  product.clock.set('2026-11-24T20:00:00+08:00');
  await task.run();
  expect(await reportOf()).toMatchObject({ unsealed: 0, broken: null });
  const worker = await product.as('worker');
  await worker.get('/api/v1/cases');
  expect((await reportOf()).unsealed).toBe(2);
  await task.run();
  expect(await reportOf()).toMatchObject({ unsealed: 0, broken: null });
});

/** An entry that somebody else's clock, or a look that went wrong, left behind. */
const leave = (at: string) =>
  asOwner((pool) =>
    pool.query(
      `insert into audit_entry (owner_org_id, id, at, action, purpose, subject_kind)
       select id, gen_random_uuid(), $1, 'a', 'b', 'c' from org where code = 'demo-01'`,
      [at],
    ),
  );

test('what is known to be complete is not read again, but for what may be late', async () => {
  await seal('first');
  product.clock.set('2026-11-25T10:00:00+08:00');
  // Finds nothing, which is also to be known.
  await seal('mark');
  await leave('2026-11-25T09:59:30+08:00');
  await leave('2026-11-25T08:00:00+08:00');
  await seal('mark');
  expect(await reportOf()).toMatchObject({ unsealed: 1, broken: null });
  await seal('first');
  expect(await reportOf()).toMatchObject({ unsealed: 0, broken: null });
});

test('a look that leaves a stretch out does not make it complete', async () => {
  product.clock.set('2026-11-26T10:00:00+08:00');
  await seal('first');
  await leave('2026-11-26T11:00:00+08:00');
  await leave('2026-11-26T15:00:00+08:00');
  product.clock.set('2026-11-26T15:10:00+08:00');
  await seal();
  expect(await reportOf()).toMatchObject({ unsealed: 1 });
  await seal('mark');
  expect(await reportOf()).toMatchObject({ unsealed: 0, broken: null });
});

test('the whole log is looked through once a day, however often the server starts', async () => {
  product.clock.set('2026-11-28T10:00:00+08:00');
  await sealTask(sealGround()).run();
  await leave('2026-11-28T06:00:00+08:00');
  product.clock.set('2026-11-29T09:00:00+08:00');
  await sealTask(sealGround()).run();
  expect(await reportOf()).toMatchObject({ unsealed: 1 });
  product.clock.set('2026-11-29T11:00:00+08:00');
  await sealTask(sealGround()).run();
  expect(await reportOf()).toMatchObject({ unsealed: 0, broken: null });
});

test('two sealers at once seal everything once', async () => {
  await Promise.all([seal('first'), seal('first'), seal('first')]);
  expect(await reportOf()).toMatchObject({ unsealed: 0, broken: null });
});

test.each([
  [
    'an entry that was changed',
    `update audit_entry set purpose = '没什么' where ${ORG} and id = (select entry_ids[2] from audit_seal where ${ORG} and seq = 2)`,
    '第 2 次封存的第 2 条',
  ],
  [
    'an entry that was deleted',
    `delete from audit_entry where ${ORG} and id = (select entry_ids[1] from audit_seal where ${ORG} and seq = 2)`,
    '第 2 次封存的第 1 条',
  ],
  [
    'an entry that was deleted and left out of its seal',
    `with gone as (update audit_seal set entry_ids = trim_array(entry_ids, 1) where ${ORG} and seq = 2 returning owner_org_id) delete from audit_entry where ${ORG} and id = (select entry_ids[cardinality(entry_ids)] from audit_seal where ${ORG} and seq = 2)`,
    '第 2 次封存应有',
  ],
  [
    'an entry that was slipped into a seal',
    `with slipped as (insert into audit_entry (owner_org_id, id, action, purpose, subject_kind) select id, '00000000-0000-7000-8000-00000000beef', 'a', 'b', 'c' from org where code = 'demo-01' returning id) update audit_seal set entry_ids = entry_ids || (select id from slipped) where ${ORG} and seq = 2`,
    '第 2 次封存的第',
  ],
  [
    'a seal that was deleted',
    `delete from audit_seal where ${ORG} and seq = 2`,
    '第 2 次封存的记录不见了',
  ],
  [
    'the last seal that was deleted',
    `delete from audit_seal where ${ORG} and seq = (select max(seq) from audit_seal where ${ORG})`,
    '封存的记录不见了',
  ],
  [
    'a seal that was rewritten',
    `update audit_seal set entries = entries + 1 where ${ORG} and seq = 1`,
    '第 1 次封存的记录被改动过',
  ],
  [
    'a seal that was put on another chain',
    `update audit_seal set previous = '\\x00' where ${ORG} and seq = 3`,
    '第 3 次封存与前一次接不上',
  ],
])('%s is found', async (_what, change, place) => {
  await tampered(change, async () => {
    expect((await reportOf()).broken).toContain(place);
    expect((await reportOf('demo-02')).broken).toBeNull();
  });
});

test("the jobs' role sees where something is unsealed, and nothing of it", async () => {
  await expect(jobsPool.query('select purpose from audit_entry')).rejects.toThrow(
    'permission denied',
  );
  await expect(jobsPool.query('select state from case_file')).rejects.toThrow('permission denied');
});
