import { isFictitiousPhone, isImpossibleIdentityNumber } from '@qzt/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKey, readText } from '../../../platform/subject/index.ts';
import { type Filled, filledProduct } from './testing/filled.ts';

let product: Filled;
beforeAll(async () => {
  product = await filledProduct('2026-11-24T15:30:00+08:00', 1);
});
afterAll(() => product.drop());

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const IDENTITY = /(?<!\d)\d{17}[\dX](?!\d)/g;

test('nothing that was written holds a telephone or an identity number that somebody could have', async () => {
  const { rows } = await product.owner.query(
    `select t.committee_id, t.id, t.cipher, k.id as key_id, k.master, k.wrapped
     from (select committee_id, id, key_id, cipher from personal_text
           union all select committee_id, id, key_id, cipher from resident
           union all select committee_id, id, key_id, cipher from issued_certificate_event where cipher is not null) t
     join data_key k on k.committee_id = t.committee_id and k.id = t.key_id`,
  );
  const written = await product.owner.query(
    `select (select count(*) from personal_text) + (select count(*) from resident)
       + (select count(*) from issued_certificate_event where cipher is not null) as n`,
  );
  expect(rows.length).toBe(written.rows[0].n);
  const texts = rows.map((row) =>
    JSON.stringify(
      readText(openKey(product.ground, row.committee_id, row), row.id, {
        keyId: row.key_id,
        cipher: row.cipher,
      }),
    ),
  );
  const phones = texts.flatMap((text) => text.match(MOBILE) ?? []);
  const numbers = texts.flatMap((text) => text.match(IDENTITY) ?? []);
  expect(phones.length).toBeGreaterThan(2_500);
  expect(numbers.length).toBeGreaterThan(3_000);
  expect(phones.filter((phone) => !isFictitiousPhone(phone))).toEqual([]);
  expect(numbers.filter((number) => !isImpossibleIdentityNumber(number))).toEqual([]);
});

test('a committee has about 1,500 households and 3,600 people, and every line an owner', async () => {
  const { rows } = await product.owner.query(
    `select (select count(*) from household) as households, (select count(*) from resident) as residents,
       (select count(distinct line) from staff, unnest(service_lines) as line
        where org_id = (select committee_id from building limit 1)) as lines,
       (select count(*) from staff where org_id = (select committee_id from building limit 1)) as workers`,
  );
  expect(rows[0]).toMatchObject({ households: 1_500, lines: 14 });
  expect(rows[0].residents).toBeGreaterThan(3_200);
  expect(rows[0].residents).toBeLessThan(4_000);
  expect([7, 8, 9]).toContain(rows[0].workers);
});
