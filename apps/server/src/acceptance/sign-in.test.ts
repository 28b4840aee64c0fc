import { generate } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsBehind } from '../testing/casework.ts';
import { type TestProduct, testProduct } from '../testing/product.ts';
import { ownerOf } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

const PASSWORD = 'quanzoutong-demo';
const SESSION = '/api/v1/session';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

const signIn = (username: string, password = PASSWORD, more: object = {}) =>
  product.anybody.post(SESSION, { username, password, ...more }, { key: null });

test('the cookie is HttpOnly and SameSite, carries no name, and says who I am and what I may do', async () => {
  const answer = await signIn('worker');
  expect(answer.status).toBe(200);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/;\s*HttpOnly/i);
  expect(cookie).toMatch(/;\s*SameSite=(Lax|Strict)/i);
  expect(decodeURIComponent(cookie)).not.toContain('worker');
  const me = await (await product.as('worker')).get(SESSION);
  expect(me).toMatchObject({
    status: 200,
    body: {
      staff: { username: 'worker', roles: expect.arrayContaining(['worker']) },
      permissions: expect.arrayContaining(['case.register']),
    },
  });
});

test('without a session, with an unknown one and after signing out: 401 session-required', async () => {
  for (const url of [SESSION, '/api/v1/cases', '/api/v1/encounters'])
    refused(await product.anybody.get(url), 401, 'session-required');
  const forged = await product.anybody.send('GET', SESSION, undefined, {
    key: null,
    headers: { cookie: 'qzt_session=00000000-0000-4000-8000-000000000000' },
  });
  refused(forged, 401, 'session-required');
  const worker = await product.as('worker');
  expect((await worker.send('DELETE', SESSION)).status).toBeLessThan(300);
  refused(await worker.get('/api/v1/cases'), 401, 'session-required');
});

test('a session ends by itself: long after its last use it is unknown', async () => {
  const now = product.clock.now().toISOString();
  const worker = await product.as('worker');
  product.clock.set('2027-12-01T10:00:00+08:00');
  const late = await worker.get('/api/v1/cases');
  product.clock.set(now);
  refused(late, 401, 'session-required');
});

test('a wrong password and an unknown user get one and the same answer', async () => {
  const wrong = refused(await signIn('worker', 'wrong-password'), 401, 'sign-in-failed');
  const nobody = refused(await signIn('nobody-of-this-name'), 401, 'sign-in-failed');
  expect({ ...wrong, traceId: '' }).toEqual({ ...nobody, traceId: '' });
  refused(await signIn("' or 1=1 --", "' or 1=1 --"), 401, 'sign-in-failed');
});

test('an account waits after repeated failures, also for the right password; another from the same address does not', async () => {
  const statuses: number[] = [];
  for (let round = 0; round < 12; round += 1)
    statuses.push((await signIn('head2', `wrong-${round}`)).status);
  expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
  const locked = await signIn('head2');
  expect([401, 429]).toContain(locked.status);
  if (locked.status === 429) expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
  expect((await signIn('head')).status).toBe(200);

  const now = product.clock.now();
  product.clock.set(new Date(now.getTime() + 24 * 3_600_000).toISOString());
  const later = await signIn('head2');
  product.clock.set(now.toISOString());
  expect(later.status).toBe(200);
});

test('a device that is signed out from another one is out at its very next request', async () => {
  const here = await product.as('worker2');
  const there = await product.as('worker2');
  expect((await there.get('/api/v1/cases')).status).toBe(200);
  const { items } = (await here.get('/api/v1/sessions')).body as {
    items: { id: string; current: boolean }[];
  };
  const other = items.filter((one) => !one.current);
  expect(other.length).toBeGreaterThanOrEqual(1);
  for (const { id } of other)
    expect((await here.send('DELETE', `/api/v1/sessions/${id}`)).status).toBeLessThan(300);
  refused(await there.get('/api/v1/cases'), 401, 'session-required');
  expect((await here.get('/api/v1/cases')).status).toBe(200);
});

test("nobody ends another person's session", async () => {
  const head = await product.as('head');
  const { id } = (await head.get(SESSION)).body as { id: string };
  const neighbour = await product.as('worker2');
  refused(await neighbour.send('DELETE', `/api/v1/sessions/${id}`), 404, 'not-found');
  expect((await head.get(SESSION)).status).toBe(200);
});

test('somebody who has left does not come back', async () => {
  const owner = await ownerOf(product);
  await owner.rows(
    "update staff set left_at = now() where id = (select staff_id from credential where username = 'assessor')",
  );
  await owner.end();
  refused(await signIn('assessor'), 401, 'sign-in-failed');
});

test('a second factor counts once confirmed: password alone fails, a real one-time code works, and works once', async () => {
  const street = await product.as('street');
  const factor = `${SESSION}/second-factor`;
  refused(await street.send('PUT', factor, { password: 'wrong' }), 401, 'sign-in-failed');
  const begun = await street.send('PUT', factor, { password: PASSWORD });
  expect(begun.status).toBe(200);
  const { secret } = begun.body as { secret: string; uri: string };
  expect((await signIn('street')).status).toBe(200);

  const code = () => generate({ secret, epoch: Math.floor(product.clock.now().getTime() / 1000) });
  refused(await street.send('PATCH', factor, { code: '000000' }), 401, 'sign-in-failed');
  expect((await street.send('PATCH', factor, { code: await code() })).status).toBeLessThan(300);
  refused(await signIn('street'), 401, 'sign-in-failed');
  refused(await signIn('street', PASSWORD, { code: '000000' }), 401, 'sign-in-failed');

  product.clock.set('2026-11-24T10:05:00+08:00');
  const once = await code();
  refused(await signIn('street', 'wrong', { code: once }), 401, 'sign-in-failed');
  expect((await signIn('street', PASSWORD, { code: once })).status).toBe(200);
  refused(await signIn('street', PASSWORD, { code: once }), 401, 'sign-in-failed');
});

test('a new second factor that is only begun leaves the confirmed one on', async () => {
  const district = await product.as('district');
  const factor = `${SESSION}/second-factor`;
  const begin = async () =>
    ((await district.send('PUT', factor, { password: PASSWORD })).body as { secret: string })
      .secret;
  const codeOf = (secret: string) =>
    generate({ secret, epoch: Math.floor(product.clock.now().getTime() / 1000) });
  const first = await begin();
  expect((await district.send('PATCH', factor, { code: await codeOf(first) })).status).toBe(204);
  const second = await begin();
  product.clock.set('2026-11-24T10:10:00+08:00');
  refused(await signIn('district'), 401, 'sign-in-failed');
  refused(
    await signIn('district', PASSWORD, { code: await codeOf(second) }),
    401,
    'sign-in-failed',
  );
  expect((await signIn('district', PASSWORD, { code: await codeOf(first) })).status).toBe(200);
  product.clock.set('2026-11-24T10:15:00+08:00');
  expect((await district.send('PATCH', factor, { code: await codeOf(second) })).status).toBe(204);
  product.clock.set('2026-11-24T10:20:00+08:00');
  refused(await signIn('district', PASSWORD, { code: await codeOf(first) }), 401, 'sign-in-failed');
  expect((await signIn('district', PASSWORD, { code: await codeOf(second) })).status).toBe(200);
});

test('a lock-out is logged once, and counts the same for a name that nobody has', async () => {
  const course = async (username: string) => {
    const start = product.clock.now();
    const seen: unknown[] = [];
    for (const minutes of [0, 0, 0, 0, 0, 0, 0.5, 1, 1, 2, 3, 3, 30, 30, 60 * 24, 60 * 24]) {
      product.clock.set(new Date(start.getTime() + minutes * 60_000).toISOString());
      const { status, headers } = await signIn(username, 'wrong-password');
      seen.push([status, headers['retry-after']]);
    }
    product.clock.set(start.toISOString());
    return seen;
  };
  const real = await course('department');
  expect(real).toContainEqual([429, '60']);
  expect(real).toContainEqual([429, '30']);
  expect(await course('nobody-at-all')).toEqual(real);
  const failures = real.filter((one) => (one as number[])[0] === 401).length;
  const log = await rowsBehind(
    product,
    `select facts from audit_entry where action = 'session.lock'
       and subject_id = (select staff_id from credential where username = 'department')`,
  );
  expect(log).toHaveLength(failures - 4);
});

test('of a burst of guesses no more than the limit is checked, whoever is asked for', async () => {
  for (const username of ['centre', 'nobody-either']) {
    const burst = await Promise.all(
      Array.from({ length: 16 }, (_, round) => signIn(username, `wrong-${round}`)),
    );
    expect(burst.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(burst.filter(({ status }) => status === 429)).toHaveLength(11);
  }
});

test('a changed password, its ended sessions and the log stand or fall together', async () => {
  const [here, there] = [await product.as('officer'), await product.as('officer')];
  const owner = await ownerOf(product);
  await owner.rows(
    "alter table audit_entry add constraint refuses check (action <> 'password.change') not valid",
  );
  const change = () =>
    here.send('PUT', `${SESSION}/password`, { current: PASSWORD, next: 'another-secret-7' });
  expect((await change()).status).toBe(500);
  expect((await there.get(SESSION)).status).toBe(200);
  expect((await signIn('officer')).status).toBe(200);
  await owner.rows('alter table audit_entry drop constraint refuses');
  await owner.end();
  expect((await change()).status).toBe(204);
  refused(await there.get(SESSION), 401, 'session-required');
  expect((await signIn('officer', 'another-secret-7')).status).toBe(200);
});
