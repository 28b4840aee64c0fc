import type { KitView } from '@qzt/contract/offline-kit';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdfText } from '../../platform/document/testing/pdf-text.ts';
import { expectStatus, openCase, rowsBehind, staffByName } from '../../testing/casework.ts';
import { testJobs } from '../../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { evening } from './evening.service.ts';

let product: TestProduct;
let worker: Client;
beforeEach(async () => {
  product = await testProduct();
  worker = await product.as('worker');
});
afterEach(() => product.drop());

async function pages(client: Client, url: string): Promise<string[]> {
  const answer = await client.get(url);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return pdfText(answer.bytes);
}

const stateOf = async (client: Client): Promise<KitView> =>
  expectStatus<KitView>(await client.get('/api/v1/kit'), 200);

test('the kit holds duty, telephones in full, the card, blank registers and twenty notices, most asked first', async () => {
  const head = await product.as('head');
  for (const [role, name, phone] of [
    ['reception', '接待台', '021-55880000'],
    ['buildingLead', '3号楼 沈阿姨', '13800000077'],
  ])
    expectStatus(
      await head.post('/api/v1/phonebook', { id: uuidv7(), role, name, phone, position: 0 }),
      201,
    );
  const staff = await staffByName(head);
  expectStatus(
    await head.send(
      'PUT',
      '/api/v1/presence/2026-11-24',
      { primary: staff.get('worker')?.id, backup: staff.get('head')?.id, away: [] },
      { version: 0 },
    ),
    200,
  );
  await openCase(worker, { serviceItem: 'BJM-023' });
  await openCase(worker, { serviceItem: 'BJM-023' });
  await openCase(worker, { serviceItem: 'BJM-003' });

  const kit = await pages(worker, '/api/v1/kit.pdf');
  expect(kit[0]).toContain('断网包');
  expect(kit[0]).toContain(staff.get('worker')?.name);
  expect(kit[0]).toContain('13800000077');
  const whole = kit.join('\n');
  for (const part of ['断电应急卡', '110', '119', '120', '首问接待登记', '021-55880000'])
    expect(whole).toContain(part);
  const notices = kit.filter((page) => page.includes('一次告知单'));
  expect(notices).toHaveLength(20);
  expect(notices[0]).toContain('孕妇联系单');
  expect(notices[1]).toContain('敬老卡');
});

test('a private number of the desk stands on the card of the staff, and on no notice that goes home', async () => {
  const head = await product.as('head');
  const desk = { role: 'reception', name: '接待台', phone: '13800000066', position: 0 };
  expectStatus(await head.post('/api/v1/phonebook', { id: uuidv7(), ...desk, private: true }), 201);
  await openCase(worker, { serviceItem: 'BJM-023' });
  const kit = await pages(worker, '/api/v1/kit.pdf');
  expect(kit[0]).toContain('13800000066');
  const notices = kit.filter((page) => page.includes('一次告知单'));
  expect(notices.length).toBeGreaterThan(0);
  expect(notices.join('')).not.toContain('13800000066');
});

test('printing is logged and shown to the next one who looks', async () => {
  expect(await stateOf(worker)).toMatchObject({
    date: '2026-11-24',
    madeAt: null,
    printedAt: null,
    printedBy: null,
  });
  await pages(worker, '/api/v1/kit.pdf');
  product.clock.set('2026-11-24T17:00:00+08:00');
  await pages(await product.as('head'), '/api/v1/kit.pdf');
  expect(await stateOf(worker)).toMatchObject({
    madeAt: '2026-11-24T10:00:00+08:00',
    printedAt: '2026-11-24T17:00:00+08:00',
  });
  const log = await rowsBehind(
    product,
    "select purpose from audit_entry where action = 'kit.print'",
  );
  expect(log).toEqual([{ purpose: '打印断网包' }, { purpose: '打印断网包' }]);
});

test('a confidential case puts no notice on the heap', async () => {
  const plain = await pages(worker, '/api/v1/kit.pdf');
  const lastItem = plain.at(-1);
  for (let times = 0; times < 3; times += 1)
    await openCase(worker, {
      serviceItem: 'LJL-041',
      confidential: true,
      safePhone: '13800000009',
    });
  expect((await pages(worker, '/api/v1/kit.pdf')).at(-1)).toBe(lastItem);
});

test('in the evening committee after committee gets its kit, each once a day', async () => {
  const jobs = testJobs(product);
  const turn = evening(jobs);
  const made = () =>
    rowsBehind<{ day: string }>(product, 'select date::text as day from offline_kit order by date');
  await turn();
  expect(await made()).toEqual([]);

  product.clock.set('2026-11-24T16:30:00+08:00');
  await turn();
  await turn();
  expect(await made()).toHaveLength(2);
  const rest = await rowsBehind(
    product,
    `insert into offline_kit (committee_id, date, made_at)
     select id, '2026-11-24', now() from org where kind = 'committee' on conflict do nothing returning date`,
  );
  expect(rest.length).toBeGreaterThan(0);
  await turn();
  expect(await made()).toHaveLength(2 + rest.length);
  await jobs.end();
});

test('the note of a day is kept for a week', async () => {
  await pages(worker, '/api/v1/kit.pdf');
  product.clock.set('2026-12-01T17:00:00+08:00');
  await pages(await product.as('head'), '/api/v1/kit.pdf');
  product.clock.set('2026-12-02T17:00:00+08:00');
  await pages(await product.as('worker'), '/api/v1/kit.pdf');
  const days = await rowsBehind(product, 'select date::text as day from offline_kit order by date');
  expect(days).toEqual([{ day: '2026-12-01' }, { day: '2026-12-02' }]);
});

test('the card alone is two pages: whom to call, and what to do first', async () => {
  const [face, back] = await pages(worker, '/api/v1/danger-card.pdf');
  expect(face).toContain('打完马上告诉');
  expect(back).toContain('先做什么，不能做什么');
  expect(back).toContain('燃气泄漏');
});

test('only the people of a committee have a kit', async () => {
  for (const name of ['officer', 'street', 'centre'])
    for (const path of ['kit', 'kit.pdf', 'danger-card.pdf'])
      expect((await (await product.as(name)).get(`/api/v1/${path}`)).status).toBe(403);
  expect((await product.anybody.get('/api/v1/kit.pdf')).status).toBe(401);
});
