import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backup, restore } from '@qzt/db/backup';
import { emptyDatabase, temporaryFolder } from '@qzt/db/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerOf } from '../acceptance/testing/owner.ts';
import { settleIn } from '../acceptance/testing/residents.ts';
import { eraseResident } from '../features/household/index.ts';
import { sealAudit, verifyAudit } from '../platform/audit/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readKeyring } from '../platform/keys/index.ts';
import { withPool } from '../platform/pool.ts';
import { openCase, readCase, takeStep } from '../testing/casework.ts';
import { testJobs } from '../testing/jobs.ts';
import { productOn, type TestProduct, testProduct } from '../testing/product.ts';

const NOW = '2026-11-24T10:00:00+08:00';
let product: TestProduct;
let folder: string;
beforeAll(async () => {
  product = await testProduct(NOW);
  folder = await temporaryFolder();
});
afterAll(async () => {
  await product.drop();
  await rm(folder, { recursive: true, force: true });
});

const at = (...names: string[]) => path.join(folder, ...names);

/** Backs up the product as it is, files included. */
async function saved(name: string): Promise<{ from: string; keysFrom: string }> {
  await mkdir(at('files'), { recursive: true });
  await writeFile(at('files', 'photo.txt'), '一张照片');
  const place = { from: at(name), keysFrom: at(`${name}-keys`) };
  await backup({
    connection: product.connection('owner'),
    to: place.from,
    keysTo: place.keysFrom,
    filesDir: at('files'),
    keysDir: product.keysDir,
  });
  return place;
}

/** A second product from a backup, with nothing of the first. */
async function restored(place: { from: string; keysFrom: string }, erasedFrom: string[] = []) {
  const database = await emptyDatabase();
  const name = uuidv7();
  await restore({
    ...place,
    connection: database.connection('owner'),
    filesDir: at(`${name}-files`),
    keysDir: at(`${name}-keys`),
    erasedFrom,
  });
  expect(await readFile(at(`${name}-files`, 'photo.txt'), 'utf8')).toBe('一张照片');
  return productOn(database, at(`${name}-keys`), NOW);
}

test('a case reads the same from a restored backup, the log holds, and work goes on', {
  timeout: 60_000,
}, async () => {
  const worker = await product.as('worker');
  const opened = await openCase(worker, { title: '想办联系单', safePhone: '13800000006' });
  const before = await takeStep(worker, await takeStep(worker, opened, 'accept'), 'answer', {
    answer: '已经办好',
  });
  const jobs = testJobs(product);
  await sealAudit(jobs, 'first');
  await jobs.end();
  const place = await saved('whole');

  const files = await readdir(place.from, { recursive: true });
  expect(files.filter((name) => name.includes('case_file'))).not.toEqual([]);
  expect(files.filter((name) => name.includes('idempotency'))).toEqual([]);
  const again = await restored(place);
  try {
    const there = await again.as('worker');
    expect(await readCase(there, opened.id)).toEqual(before);
    const reports = await withPool(again.connection('owner'), (pool) => verifyAudit(pool));
    expect(reports?.filter(({ broken }) => broken !== null)).toEqual([]);
    expect(reports?.find(({ code }) => code === 'demo-01')?.sealed).toBeGreaterThan(0);
    const closed = await takeStep(there, before, 'confirm', { how: 'phone' });
    expect(closed.ending).toBe('confirmed');
  } finally {
    await again.drop();
  }
});

test('the keys of another backup are refused before anything is written', {
  timeout: 60_000,
}, async () => {
  const one = await saved('one');
  const two = await saved('two');
  const database = await emptyDatabase();
  const plan = {
    connection: database.connection('owner'),
    from: one.from,
    filesDir: at('none-files'),
    keysDir: at('none-keys'),
  };
  await expect(restore({ ...plan, keysFrom: two.keysFrom })).rejects.toThrow('不是同一次备份');
  expect((await restore({ ...plan, keysFrom: one.keysFrom })).rows).toBeGreaterThan(0);
  await database.drop();
});

test('who was erased after a backup is not brought back by it', { timeout: 60_000 }, async () => {
  const owner = await ownerOf(product);
  const [committee] = await owner.rows<{ id: string }>(`select id from org where code = 'demo-01'`);
  const committeeId = committee?.id ?? '';
  const person = { committeeId, name: '葛玉兰', phone: '13800000007', door: '501' };
  const { id } = await settleIn(product, owner, person);
  const worker = await product.as('worker');
  const { id: caseId } = await openCase(worker, { title: '葛玉兰的联系单', residentId: id });
  const before = await saved('before');

  const erase = () =>
    withPool(product.connection('owner'), async (pool) =>
      eraseResident(
        { pool, keyring: await readKeyring(product.keysDir), clock: systemClock },
        id,
        '本人申请 2026-001',
      ),
    );
  expect(await erase()).toBe(true);
  expect(await erase()).toBe(false);
  const gone = { title: '(内容已按请求删除)', resident: { id, name: '(内容已按请求删除)' } };
  expect(await readCase(worker, caseId)).toMatchObject(gone);
  const later = await saved('later');

  const remembering = await restored(before, [later.keysFrom]);
  expect(await readCase(await remembering.as('worker'), caseId)).toMatchObject(gone);
  const search = { q: '葛玉兰', purpose: '办件' };
  const found = await (await remembering.as('worker')).post('/api/v1/residents/search', search);
  expect(found.body).toMatchObject({ items: [] });
  await remembering.drop();
  await owner.end();
});
