import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, newCase, record } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
  await at.owner.rows(`create function fail_here() returns trigger language plpgsql as $$
    begin raise exception 'broken on purpose' using errcode = tg_argv[0]; end $$`);
});
afterAll(() => at.end());

type Act = () => Promise<(key: string) => Promise<Answer>>;

/** Every act that writes, ready to be sent under a key, as often as wanted. */
const ACTS: readonly [string, Act][] = [
  [
    'recording a contact',
    async () => {
      const body = askingForACase({ visitor: { phone: '13800000001' } });
      return (key) => at.worker.post('/api/v1/encounters', body, { key });
    },
  ],
  [
    'registering a case',
    async () => {
      const { id } = await record(at.worker, askingForACase({ visitor: { phone: '13800000001' } }));
      const body = newCase({ encounterId: id, serviceItem: 'BJM-005', confidential: true });
      return (key) => at.worker.post('/api/v1/cases', body, { key });
    },
  ],
  [
    'settling on the spot',
    async () => {
      const { id } = await record(at.worker, askingForACase({ visitor: { phone: '13800000001' } }));
      const body = newCase({ encounterId: id, settle: { answer: '当场办好' } });
      return (key) => at.worker.post('/api/v1/cases', body, { key });
    },
  ],
  [
    'referring a case',
    async () => {
      const { id, version } = await at.at('accepted');
      const body = {
        id: uuidv7(),
        type: 'refer',
        note: '请办',
        data: { to: { kind: 'centre', id: at.world.centreId } },
      };
      return (key) => at.worker.post(`/api/v1/cases/${id}/events`, body, { key, version });
    },
  ],
  [
    'answering a case',
    async () => {
      const { id, version } = await at.at('accepted');
      const body = { id: uuidv7(), type: 'answer', data: { answer: '办好' } };
      return (key) => at.worker.post(`/api/v1/cases/${id}/events`, body, { key, version });
    },
  ],
];

/** How a statement can break: at once, for each kind of row, or only when the transaction is committed. */
const BREAKS: readonly [string, (table: string) => string][] = [
  [
    'a fault at once',
    (table) =>
      `create trigger broken before insert or update on ${table} for each row execute function fail_here('P0001')`,
  ],
  [
    'a fault at the commit',
    (table) =>
      `create constraint trigger broken after insert or update on ${table} deferrable initially deferred for each row execute function fail_here('P0001')`,
  ],
  [
    'a deadlock',
    (table) =>
      `create trigger broken before insert or update on ${table} for each row execute function fail_here('40P01')`,
  ],
  [
    'a unique key',
    (table) =>
      `create trigger broken after insert or update on ${table} for each row execute function fail_here('23505')`,
  ],
];

test.each(ACTS)(
  '%s: whichever statement breaks, nothing is written, and the next attempt works',
  async (what, act) => {
    // Every way of breaking for the most frequent act; at once and at the commit for the others.
    const thorough = what === 'registering a case';
    const trial = await act();
    const start = await at.owner.contents();
    expect((await trial(uuidv7())).status).toBe(201);
    const touched = changed(start, await at.owner.contents());
    expect(touched).toEqual(
      expect.arrayContaining(['audit_entry', 'idempotency', 'personal_text']),
    );

    for (const table of touched)
      for (const [how, trigger] of thorough ? BREAKS : BREAKS.slice(0, 2)) {
        const send = await act();
        const key = uuidv7();
        const before = await at.owner.contents();
        await at.owner.rows(trigger(table));
        const broken = await send(key);
        await at.owner.rows(`drop trigger broken on ${table}`);
        const label = `${how} in ${table}: ${JSON.stringify(broken.body)}`;
        expect([409, 500, 503], label).toContain(broken.status);
        refused(broken, broken.status, (broken.body as { code: string }).code);
        expect(JSON.stringify(broken.body), label).not.toMatch(/broken on purpose|fail_here|P0001/);
        expect(changed(before, await at.owner.contents()), label).toEqual([]);
        const again = await send(key);
        expect(again.status, `after ${label}: ${JSON.stringify(again.body)}`).toBe(201);
        expect((await send(key)).body).toEqual(again.body);
      }
  },
);

test('many requests at once while a table is broken: each is refused, none is half there, all connections stay usable', async () => {
  const bodies = Array.from({ length: 40 }, () => newCase());
  const before = await at.owner.contents();
  await at.owner.rows(BREAKS[0]?.[1]('promise') ?? '');
  const answers = await Promise.all(
    bodies.map((body) => at.worker.post('/api/v1/cases', body, { key: body.id })),
  );
  await at.owner.rows('drop trigger broken on promise');
  for (const answer of answers) refused(answer, 500, 'internal');
  expect(changed(before, await at.owner.contents())).toEqual([]);
  const again = await Promise.all(
    bodies.map((body) => at.worker.post('/api/v1/cases', body, { key: body.id })),
  );
  expect(new Set(again.map((answer) => answer.status))).toEqual(new Set([201]));
}, 60_000);

test('connections that the database ends in the middle cost their own requests at most', async () => {
  const bodies = Array.from({ length: 60 }, () => newCase());
  const send = () =>
    Promise.all(bodies.map((body) => at.worker.post('/api/v1/cases', body, { key: body.id })));
  const killer = new pg.Client(at.product.connection('app'));
  await killer.connect();
  const sent = send();
  const killed = await killer.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`,
  );
  await killer.end();
  expect(killed.rowCount).toBeGreaterThan(0);
  for (const answer of await sent) expect([201, 500, 503]).toContain(answer.status);
  expect(new Set((await send()).map((answer) => answer.status))).toEqual(new Set([201]));
  const [row] = await at.owner.rows<{ n: number }>(
    'select count(*)::int as n from case_file where id = any ($1)',
    [bodies.map((body) => body.id)],
  );
  expect(row?.n).toBe(bodies.length);
});
