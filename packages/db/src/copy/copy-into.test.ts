import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/index.ts';
import { copyInto } from './index.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase();
  client = new pg.Client(database.connection('owner'));
  await client.connect();
  await client.query(
    'create table thing (id int primary key, words text, flag boolean, at timestamptz, bytes bytea, list text[], facts jsonb)',
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => client.query('truncate thing'));

const COLUMNS = ['id', 'words', 'flag', 'at', 'bytes', 'list', 'facts'] as const;

/** Anything that PostgreSQL can hold as text: no NUL, and no half of a surrogate pair. */
const text = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\\N', '\\.', '\t\n\r\\', '{"}', ''))
  .map((value) => value.replaceAll('\u0000', ''));

test('every value comes back as it was sent', async () => {
  let id = 0;
  const row = fc.record({
    words: fc.option(text),
    flag: fc.option(fc.boolean()),
    at: fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })),
    bytes: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
    list: fc.option(fc.array(text)),
    facts: fc.option(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()))),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (sent) => {
      const rows = sent.map((one) => ({ id: ++id, ...one }));
      const written = await copyInto(
        client,
        'thing',
        COLUMNS,
        rows.map((one) => COLUMNS.map((column) => one[column])),
      );
      expect(written).toBe(rows.length);
      const back = await client.query('select * from thing where id = any ($1) order by id', [
        rows.map((one) => one.id),
      ]);
      expect(back.rows).toEqual(
        rows.map((one) => ({ ...one, facts: one.facts && { ...one.facts } })),
      );
    }),
    { numRuns: 40 },
  );
});

test('a row that breaks a rule leaves nothing behind, and the client can go on', async () => {
  const rows = [1, 2, 1].map((id) => [id, 'x', null, null, null, null, null]);
  await expect(copyInto(client, 'thing', COLUMNS, rows)).rejects.toThrow('duplicate key');
  expect((await client.query('select count(*)::int as n from thing')).rows).toEqual([{ n: 0 }]);
});

test('a source that fails half-way leaves nothing behind', async () => {
  function* broken() {
    for (let id = 0; id < 10_000; id++) yield [id, 'x'.repeat(50)];
    throw new Error('the source ended');
  }
  await expect(copyInto(client, 'thing', ['id', 'words'], broken())).rejects.toThrow(
    'the source ended',
  );
  expect((await client.query('select count(*)::int as n from thing')).rows).toEqual([{ n: 0 }]);
});
