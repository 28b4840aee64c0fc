import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '@qzt/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KillableProduct, startKillable } from './testing/kill-nine/killable-product.ts';
import { type Asked, openDesk, register, signIn } from './testing/kill-nine/registering.ts';
import { storedCases } from './testing/kill-nine/stored-cases.ts';

const ROUNDS = 50;

let folder = '';
let product: KillableProduct | undefined;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await product?.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** How long the desk works before the blow: from just begun to well under way, never the same twice in a row. */
const untilBlow = (round: number): number => 150 + ((round * 271) % 700);

test(`after ${ROUNDS} kills of server and database under load, what was acknowledged is stored once and whole`, async () => {
  const dataDir = join(folder, 'var');
  const acknowledged: Asked[] = [];
  const counts = { unanswered: 0, storedUnanswered: 0, lost: 0, doubledOrBroken: 0, strays: 0 };
  product = await startKillable(dataDir);
  const cookie = await signIn(product.url);

  /** Everything acknowledged so far stands there, whole and once, and nothing else is half there. */
  const check = async (round: number) => {
    const stored = await storedCases(dataDir);
    const lost = acknowledged.filter(({ id }) => !stored.whole.has(id));
    counts.lost += lost.length;
    counts.doubledOrBroken += stored.broken.length;
    counts.strays += Object.values(stored.strays).reduce((sum, n) => sum + n, 0);
    expect(lost, `lost after round ${round}`).toEqual([]);
    expect(stored.broken, `broken after round ${round}`).toEqual([]);
    expect(stored.strays, `strays after round ${round}`).toEqual({});
    return stored;
  };

  for (let round = 1; round <= ROUNDS; round += 1) {
    const desk = openDesk(product.url, cookie);
    await wait(untilBlow(round));
    await (round % 2 === 1 ? product.kill() : product.killDatabase());
    const asked = await desk.stop();
    const answered = asked.filter(({ number }) => number !== undefined);
    const unanswered = asked.filter(({ number }) => number === undefined);
    acknowledged.push(...answered);

    product = await startKillable(dataDir);
    const stored = await check(round);
    counts.unanswered += unanswered.length;
    // Whoever got no answer asks again under the same key: the same case, whether it was stored or not.
    for (const one of unanswered) {
      if (stored.whole.has(one.id)) counts.storedUnanswered += 1;
      const again = await register(product.url, cookie, one.id);
      expect(again).toMatchObject({ status: 201, body: { id: one.id } });
      one.number = again.body.number;
    }
    for (const one of [...answered.slice(-3), ...unanswered]) {
      const again = await register(product.url, cookie, one.id);
      expect(again).toMatchObject({ status: 201, body: { id: one.id, number: one.number } });
    }
    acknowledged.push(...unanswered);
  }
  const stored = await check(ROUNDS);
  process.stdout.write(
    `${ROUNDS} kill -9: acknowledged ${acknowledged.length}, stored ${stored.whole.size}, ${JSON.stringify(counts)}\n`,
  );
  expect(stored.whole.size).toBe(acknowledged.length);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(counts.unanswered).toBeGreaterThan(0);
  await product.stop();
  product = undefined;
});
