import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { type Client, testProduct } from '../testing/product.ts';
import { newCase, oneLine, open, post, read, record, walk } from './testing/desk.ts';
import { ownerOf } from './testing/owner.ts';
import { staffOf } from './testing/people.ts';
import { settleIn } from './testing/residents.ts';

/** What is personal in the story, each word once, none of them a word of the program. */
const PERSONAL = {
  name: '欧阳淑芬',
  phone: '13987650001',
  safePhone: '13987650002',
  words: '我儿媳怀孕了想办联系单',
  relation: '婆媳关系紧张',
  title: '孕妇联系单加急件',
  answer: '联系单放在门卫室',
  note: '老人耳背请大声',
  material: '邵家怀孕证明',
  provider: '师傅赵铁柱',
  providerPhone: '13987650003',
  question: '老公打我怎么办',
  password: '秘密口令一二三四五',
  username: '查无此人小张',
} as const;

type Story = (desk: {
  worker: Client;
  head: Client;
  anybody: Client;
  centreId: string;
  residentId: string;
}) => Promise<void>;

const story: Story = async ({ worker, head, anybody, centreId, residentId }) => {
  const { name, phone, safePhone, words, relation, title, answer, note, material } = PERSONAL;
  await worker.post('/api/v1/residents/search', { q: name, purpose: '接待' });
  await worker.post('/api/v1/residents/search', { q: phone, purpose: '接待' });
  await anybody.get(`/api/v1/service-items?q=${encodeURIComponent(PERSONAL.question)}&limit=3`);
  await anybody.get(`/find?q=${encodeURIComponent(PERSONAL.question)}`);
  const contact = await record(worker, {
    visitor: { name, phone, relation, onBehalfOf: name },
    residentId,
    needs: [{ id: uuidv7(), words, outcome: 'case', place: words }],
  });
  let view = await open(worker, {
    encounterId: contact.id,
    title,
    safePhone,
    serviceItem: 'BJM-005',
    materials: [{ name: material, copies: 1 }],
  });
  view = await walk(
    worker,
    view,
    { type: 'accept', note },
    {
      type: 'ask-materials',
      note,
      data: { materials: [{ name: material, copies: 1 }], why: note },
    },
    { type: 'receive-materials', data: { materials: [{ name: material, copies: 1 }] } },
    {
      type: 'dispatch',
      data: { provider: { name: PERSONAL.provider, phone: PERSONAL.providerPhone } },
    },
    { type: 'take-back', note },
    { type: 'refer', note, data: { to: { kind: 'centre', id: centreId } } },
  );
  view = await walk(head, view, { type: 'take-back', note });
  view = await walk(
    worker,
    view,
    { type: 'answer', data: { answer } },
    { type: 'contest', note, data: { how: 'phone' } },
  );
  await walk(head, view, { type: 'transfer', note, data: { to: { office: words, phone } } });
  await read(worker, view.id);
  await worker.get('/api/v1/cases?limit=5');
};

/** What goes wrong carries words along more easily than what goes right. */
const mishaps: Story = async ({ worker, anybody }) => {
  const { name, phone, words, title, answer, note } = PERSONAL;
  const view = await open(worker, { title });
  await anybody.post(
    '/api/v1/session',
    { username: PERSONAL.username, password: PERSONAL.password },
    { key: null },
  );
  await anybody.post(
    '/api/v1/session',
    { username: 'worker', password: PERSONAL.password },
    { key: null },
  );
  for (const payload of [words, `{"title": "${title}", ${words}`, `{'${name}'}`, `{"a":"${phone}`])
    await worker.post('/api/v1/cases', undefined, { payload });
  await worker.post('/api/v1/cases', newCase({ title, [words]: name, kind: words }));
  await worker.post(
    '/api/v1/encounters',
    oneLine({ visitor: { name, phone: words }, startedAt: words }),
  );
  await worker.post('/api/v1/cases', newCase({ id: view.id, title }));
  await post(worker, view.id, 9, { type: 'note', note });
  await post(worker, view.id, 1, { type: 'answer', data: { answer } });
  await worker.get(`/api/v1/cases?status=${encodeURIComponent(words)}`);
  await worker.get(`/api/v1/cases/${encodeURIComponent(name)}`);
  await worker.get(`/${encodeURIComponent(words)}?q=${encodeURIComponent(name)}`);
  await worker.get(`/api/v1/cases?cursor=${encodeURIComponent(words)}`);
  await worker.post('/api/v1/cases', newCase({ title }), {
    headers: {
      origin: `https://${encodeURIComponent(name)}.example`,
      'user-agent': words.length > 0 ? phone : '',
    },
  });
  await worker.post('/api/v1/cases', newCase({ title }), {
    headers: { 'content-type': 'text/plain' },
    payload: words,
  });
};

test('nothing personal stands in the log at its most talkative: neither of a whole story nor of everything that goes wrong', async () => {
  const lines: string[] = [];
  const product = await testProduct(
    undefined,
    makeLog('trace', { write: (line) => lines.push(line) }),
  );
  const owner = await ownerOf(product);
  const [worker, head] = [await product.as('worker'), await product.as('head')];
  const { org } = await staffOf(owner, 'worker');
  const centre = await staffOf(owner, 'centre');
  const resident = await settleIn(product, owner, {
    committeeId: org,
    name: PERSONAL.name,
    phone: PERSONAL.phone,
    door: '502',
  });
  const desk = {
    worker,
    head,
    anybody: product.anybody,
    centreId: centre.org,
    residentId: resident.id,
  };
  await story(desk);
  await mishaps(desk);
  // Each table that holds words refuses them once, with a message of the database about the row.
  for (const table of ['personal_text', 'case_event', 'case_file', 'encounter'])
    for (const act of [story, mishaps]) {
      await owner.rows(`alter table ${table} add constraint broken check (false) not valid`);
      await act(desk).catch(() => undefined);
      await owner.rows(`alter table ${table} drop constraint broken`);
    }
  await owner.end();
  await product.drop();

  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(50);
  expect(log).toContain('"level":50');
  // Of Chinese words the beginning would betray as much; the first digits of a telephone stand in many an id.
  const spellings = (text: string) => {
    const parts = /^\d/.test(text) ? [text, text.slice(3)] : [text, text.slice(0, 4)];
    return parts.flatMap((part) => [part, encodeURIComponent(part)]);
  };
  const found = Object.entries(PERSONAL).filter(([, text]) =>
    spellings(text).some((spelling) => log.includes(spelling)),
  );
  const where = found.map(([what, text]) => [
    what,
    lines
      .find((line) => spellings(text).some((spelling) => line.includes(spelling)))
      ?.slice(0, 300),
  ]);
  expect(where).toEqual([]);
}, 60_000);
