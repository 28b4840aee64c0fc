import type { TrackPage, TrackView } from '@qzt/contract/portal';
import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { openCase, readCase, rowsBehind, staffByName, takeStep } from '../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { erase } from './testing/erase.ts';
import { type Owner, ownerOf } from './testing/owner.ts';
import { settleIn } from './testing/residents.ts';

let product: TestProduct;
let owner: Owner;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  owner = await ownerOf(product);
  worker = await product.as('worker');
}, 60_000);
afterAll(async () => {
  await owner.end();
  await product.drop();
});

const urlOf = (made: CaseView): string => {
  if (made.track === undefined) throw new Error('no address to follow');
  return made.track.url;
};

const follow = async (url: string) => {
  const answer = await product.anybody.get(url);
  return { ...answer, page: answer.body as TrackPage };
};

const viewOf = async (url: string): Promise<TrackView> => {
  const { page } = await follow(url);
  if (page.state !== 'found') throw new Error(page.state);
  return page.view;
};

test('whoever holds the code sees step and date, and neither a name nor a word', async () => {
  let made = await openCase(worker, { title: '我儿媳怀孕了,想办联系单', serviceItem: 'BJM-023' });
  made = await takeStep(worker, made, 'accept');
  made = await takeStep(worker, made, 'ask-materials', {
    materials: [{ name: '怀孕证明', copies: 1 }],
    why: '证明过期',
  });
  const { status, headers, page, body } = await follow(urlOf(made));
  expect(status).toBe(200);
  expect(page).toMatchObject({
    state: 'found',
    view: {
      now: 'waiting-resident',
      numberEnd: made.number.slice(-4),
      hours: expect.stringContaining('周一至周五'),
      receiver: '孙晓梅',
      promise: { kind: 'waiting', at: null },
      steps: [{ step: 'register' }, { step: 'accept' }, { step: 'ask-materials' }],
    },
  });
  for (const secret of ['儿媳', '怀孕', '过期', 'BJM', made.id, made.number])
    expect(JSON.stringify(body)).not.toContain(secret);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
});

test('the address is the same at every look, and the promised date stands in it', async () => {
  const made = await openCase(worker);
  const read = await readCase(worker, made.id);
  expect(urlOf(read)).toBe(urlOf(made));
  const view = await viewOf(urlOf(made));
  expect(view.promise).toEqual({ kind: 'accept', at: made.dueAt, about: false });
});

test('whom to call: the number of the reception desk, as soon as somebody has entered it', async () => {
  const made = await openCase(worker);
  expect((await viewOf(urlOf(made))).phone).toBeNull();
  const entered = await (await product.as('head')).post('/api/v1/phonebook', {
    id: uuidv7(),
    role: 'reception',
    name: '接待台',
    phone: '021-6500 1234',
  });
  expect(entered.status).toBe(201);
  expect((await viewOf(urlOf(made))).phone).toBe('021-6500 1234');
});

test('a code is read as people type it', async () => {
  const made = await openCase(worker);
  const code = new URL(urlOf(made), 'http://desk').searchParams.get('c') ?? '';
  const typed = code.toLowerCase().replaceAll(/(.{6})/g, '$1 ');
  expect(await viewOf(`/track?c=${encodeURIComponent(typed)}`)).toMatchObject({
    now: 'registered',
  });
  const copied = code.replaceAll('-', '').replaceAll(/(.{4})/g, '$1 ');
  expect(await viewOf(`/track?c=${encodeURIComponent(copied)}`)).toMatchObject({
    now: 'registered',
  });
});

test('wrong, unknown, of a neighbour, too long, strange: one and the same answer', async () => {
  const made = await openCase(worker);
  const code = new URL(urlOf(made), 'http://desk').searchParams.get('c') ?? '';
  const other = code.endsWith('0') ? `${code.slice(0, -1)}4` : `${code.slice(0, -1)}0`;
  const neighbour = code.replace('demo-01', 'demo-02');
  const asked = [other, neighbour, code.replace('demo-01', 'nobody'), 'abc', '孕'.repeat(300)];
  for (const text of asked) {
    const { status, page } = await follow(`/track?c=${encodeURIComponent(text)}`);
    expect([status, page.state], text).toEqual([404, 'unknown']);
  }
  expect((await follow('/track')).page).toEqual({ state: 'ask' });
  expect((await follow('/track?c=a&c=b')).page).toEqual({ state: 'ask' });
});

test('a confidential case gives no address, and the one that it would have is unknown', async () => {
  const open = await openCase(worker);
  const secret = await openCase(worker, { confidential: true });
  expect(secret.track).toBeUndefined();
  const taken = await rowsBehind<{ n: number }>(
    product,
    'with hidden as (update case_file set confidential = true where id = $1 returning 1) select count(*)::int as n from hidden',
    [open.id],
  );
  expect(taken).toEqual([{ n: 1 }]);
  expect((await follow(urlOf(open))).page.state).toBe('unknown');
});

test('an office that has the case hands out no address', async () => {
  let made = await openCase(worker);
  made = await takeStep(worker, made, 'accept');
  const officer = await product.as('officer');
  const [{ id } = { id: '' }] = await rowsBehind<{ id: string }>(
    product,
    "select org_id as id from staff join credential on staff_id = staff.id where username = 'officer'",
  );
  await takeStep(worker, made, 'refer', { to: { kind: 'department', id } });
  const seen = await readCase(officer, made.id);
  expect(seen.track).toBeUndefined();
});

test('nothing is told of somebody who was erased, also after his case went on', async () => {
  const people = await staffByName(await product.as('street'));
  const resident = await settleIn(product, owner, {
    committeeId: people.get('worker')?.org.id ?? '',
    name: '葛玉兰',
    phone: '13800000501',
    door: '501',
  });
  let made = await openCase(worker, { residentId: resident.id });
  const url = urlOf(made);
  expect((await follow(url)).page.state).toBe('found');
  expect(await erase(product, resident.id)).toBe(true);
  expect((await follow(url)).page.state).toBe('unknown');
  made = await takeStep(worker, await readCase(worker, made.id), 'accept');
  expect((await follow(url)).page.state).toBe('unknown');
});

test('each look is in the log of the committee, a wrong code is not', async () => {
  const made = await openCase(worker);
  const looks = () =>
    rowsBehind<{ purpose: string }>(
      product,
      "select purpose from audit_entry where action = 'case.track' and subject_id = $1",
      [made.id],
    );
  await follow(urlOf(made));
  expect(await looks()).toEqual([{ purpose: '居民查进度' }]);
});

test('no code gets into the server’s log, however talkative it is', async () => {
  const lines: string[] = [];
  const talkative = await testProduct(
    undefined,
    makeLog('trace', { write: (line) => void lines.push(line) }),
  );
  try {
    const made = await openCase(await talkative.as('worker'));
    const code = new URL(urlOf(made), 'http://desk').searchParams.get('c') ?? '';
    await talkative.anybody.get(urlOf(made));
    await talkative.anybody.get(`/track?c=${code.slice(0, -3)}`);
    expect(lines.join('')).toContain('/track');
    expect(lines.join('')).not.toContain(code.slice(8, 20));
  } finally {
    await talkative.drop();
  }
});

test('too many questions from one address: wait, with the seconds', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => follow(`/track?c=demo-01-${uuidv7()}`)),
  );
  const slow = answers.filter(({ status }) => status === 429);
  expect(slow.length).toBeGreaterThan(0);
  for (const { page, headers } of slow) {
    expect(page.state).toBe('slow');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
});

test('an installation with a public address hands that out, whatever the desk was opened with', async () => {
  const open = await testProduct(undefined, undefined, { publicOrigin: 'https://jw.example.cn' });
  try {
    const desk = await open.as('worker');
    const made = await openCase(desk);
    const url = urlOf(made);
    expect(url).toMatch(/^https:\/\/jw\.example\.cn\/track\?c=/);
    expect(urlOf(await readCase(desk, made.id))).toBe(url);
    const { pathname, search } = new URL(url);
    expect((await open.anybody.get(pathname + search)).body).toMatchObject({ state: 'found' });
  } finally {
    await open.drop();
  }
}, 60_000);
