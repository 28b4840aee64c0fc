import type { SessionView, StaffView } from '@qzt/contract/org';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, staffByName } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

const PASSWORD = 'first-password-1';

let product: TestProduct;
let street: Client;
beforeAll(async () => {
  product = await testProduct();
  street = await product.as('street');
});
afterAll(() => product.drop());

const newPerson = (orgId: string, more: object = {}) => ({
  id: uuidv7(),
  orgId,
  username: `p${uuidv7().slice(-10)}`,
  password: PASSWORD,
  name: '许敏',
  leader: false,
  roles: ['worker'],
  serviceLines: ['养老'],
  ...more,
});

const add = async (orgId: string, more: object = {}): Promise<StaffView> =>
  expectStatus<StaffView>(await street.post('/api/v1/staff', newPerson(orgId, more)), 201);

const orgOf = async (username: string): Promise<string> =>
  (await staffByName(street)).get(username)!.org.id;

test('a new worker signs in at once; the same request twice adds one', async () => {
  const body = newPerson(await orgOf('worker'));
  const key = uuidv7();
  const made = await street.post('/api/v1/staff', body, { key });
  expect(made).toMatchObject({
    status: 201,
    body: { id: body.id, leftAt: null, openCases: 0, version: 1, roles: ['worker'] },
  });
  expect(JSON.stringify(made.body)).not.toContain(PASSWORD);
  expect((await street.post('/api/v1/staff', body, { key })).body).toEqual(made.body);
  expect(await street.post('/api/v1/staff', body)).toMatchObject({
    status: 409,
    body: { code: 'id-exists', current: { version: 1 } },
  });
  const session = expectStatus<SessionView>(
    await (await product.as(body.username, PASSWORD)).get('/api/v1/session'),
    200,
  );
  expect(session.permissions).toContain('case.register');
});

test.each([
  ['username', 'taken', { username: 'worker' }],
  ['roles', 'not-here', { roles: ['officer'] }],
  ['roles', 'not-here', { roles: ['worker', 'subdistrictAdmin'] }],
  ['roles', 'unknown', { roles: ['king'] }],
  ['serviceLines', 'unknown', { serviceLines: ['钓鱼'] }],
  ['password', 'guessable', { password: 'quanzoutong-demo' }],
  ['password', 'guessable', { password: 'aaaaaaaaaaaa' }],
])('a person is refused for %s (%s)', async (path, code, more) => {
  const answer = await street.post('/api/v1/staff', newPerson(await orgOf('worker'), more));
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', fields: [{ path, code }] },
  });
});

test('a change counts from the next request of a person who is signed in', async () => {
  const person = await add(await orgOf('worker'), { username: 'grows.head' });
  const signedIn = await product.as('grows.head', PASSWORD);
  expect(await signedIn.get('/api/v1/cases')).toMatchObject({ status: 200 });
  const change = { roles: ['worker', 'head'], leader: true, name: '许敏华' };
  const changed = await street.send('PATCH', `/api/v1/staff/${person.id}`, change, {
    version: 1,
    key: null,
  });
  expect(changed).toMatchObject({ status: 200, body: { ...change, version: 2 } });
  const { permissions, staff } = expectStatus<SessionView>(
    await signedIn.get('/api/v1/session'),
    200,
  );
  expect(permissions).toContain('presence.set');
  expect(staff.name).toBe('许敏华');
});

test('a stale version is a conflict with the current one, a missing one is asked for', async () => {
  const { id } = await add(await orgOf('worker'));
  const patch = (version?: number) =>
    street.send(
      'PATCH',
      `/api/v1/staff/${id}`,
      { leader: true },
      { key: null, ...(version === undefined ? {} : { version }) },
    );
  expect(await patch(1)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await patch(1)).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: 2 } },
  });
  expect(await patch()).toMatchObject({ status: 428, body: { code: 'version-required' } });
});

test('of two changes to the same version at once one wins and one is told', async () => {
  const { id } = await add(await orgOf('worker'));
  const answers = await Promise.all(
    ['甲', '乙'].map((name) =>
      street.send('PATCH', `/api/v1/staff/${id}`, { name }, { version: 1, key: null }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('the last administrator of a subdistrict keeps the post until there is another', async () => {
  const me = (await staffByName(street)).get('street')!;
  const above = await product.as('district');
  const demote = () =>
    above.send(
      'PATCH',
      `/api/v1/staff/${me.id}`,
      { roles: ['catalogueMaintainer'] },
      { version: me.version, key: null },
    );
  const leave = () =>
    street.post(`/api/v1/staff/${me.id}/leave`, { reason: '调走' }, { version: me.version });
  for (const [path, act] of [
    ['roles', demote],
    ['handOverTo', leave],
  ] as const)
    expect(await act()).toMatchObject({
      status: 422,
      body: { fields: [{ path, code: 'last-administrator' }] },
    });
});

test('two administrators who take each other off the list at once do not both succeed', async () => {
  const subdistrict = await orgOf('street');
  const [a, b] = await Promise.all(
    ['admin.a', 'admin.b'].map((username) =>
      add(subdistrict, { username, roles: ['subdistrictAdmin'], serviceLines: [] }),
    ),
  );
  const me = (await staffByName(street)).get('street')!;
  const asA = await product.as('admin.a', PASSWORD);
  expectStatus(
    await asA.send(
      'PATCH',
      `/api/v1/staff/${me.id}`,
      { roles: ['catalogueMaintainer'] },
      { version: me.version, key: null },
    ),
    200,
  );
  const asB = await product.as('admin.b', PASSWORD);
  const answers = await Promise.all([
    asA.post(`/api/v1/staff/${b!.id}/leave`, { reason: '调走' }, { version: 1 }),
    asB.post(`/api/v1/staff/${a!.id}/leave`, { reason: '调走' }, { version: 1 }),
  ]);
  expect(answers.map(({ status }) => status).sort()).not.toEqual([201, 201]);
  const left = await product.as('district').then(staffByName);
  const administrators = [...left.values()].filter(
    ({ roles, leftAt }) => roles.includes('subdistrictAdmin') && leftAt === null,
  );
  expect(administrators).toHaveLength(1);
  // The tests after this one go on as the administrator who is left.
  street = answers[0].status === 201 ? asA : asB;
});

test('a new password ends sessions and a lock-out; a head sets none, nobody the own one', async () => {
  const person = await add(await orgOf('worker'), { username: 'forgets' });
  const before = await product.as('forgets', PASSWORD);
  const signIn = (password: string) =>
    product.anybody.post('/api/v1/session', { username: 'forgets', password });
  for (let tries = 0; tries < 5; tries += 1) await signIn('wrong-password');
  expect(await signIn(PASSWORD)).toMatchObject({ status: 429, body: { code: 'slow-down' } });
  const reset = (client: Client, id: string) =>
    client.send('PUT', `/api/v1/staff/${id}/password`, { password: 'second-password-2' });
  expect(await reset(await product.as('head'), person.id)).toMatchObject({ status: 403 });
  expect(await reset(street, person.id)).toMatchObject({ status: 204 });
  expect(await before.get('/api/v1/session')).toMatchObject({ status: 401 });
  expect(await signIn(PASSWORD)).toMatchObject({ status: 401 });
  expect(await signIn('second-password-2')).toMatchObject({ status: 200 });
  const me = expectStatus<SessionView>(await street.get('/api/v1/session'), 200).staff.id;
  expect(await reset(street, me)).toMatchObject({ status: 403 });
});

test('whoever works in a committee sees its people; officers, assessors and auditors see no list', async () => {
  for (const name of ['worker', 'head']) {
    const people = await staffByName(await product.as(name));
    expect(new Set([...people.values()].map(({ org }) => org.code))).toEqual(new Set(['demo-01']));
  }
  for (const name of ['officer', 'centre', 'assessor', 'auditor'])
    expect(await (await product.as(name)).get('/api/v1/staff')).toMatchObject({ status: 403 });
  const foreign = await orgOf('worker2');
  const worker = await product.as('worker');
  expect(await worker.get(`/api/v1/staff?orgId=${foreign}`)).toMatchObject({ status: 404 });
});

const patchRoles = (client: Client, { id, version }: StaffView, roles: readonly string[]) =>
  client.send('PATCH', `/api/v1/staff/${id}`, { roles }, { version, key: null });

test('nobody changes the own roles; whoever administers is no auditor beside', async () => {
  const district = await product.as('district');
  const me = (await staffByName(district)).get('district')!;
  expect(await patchRoles(district, me, [...me.roles, 'catalogueMaintainer'])).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
  expect(await patchRoles(district, me, ['auditor'])).toMatchObject({ status: 403 });
  // What a form sends back unchanged is no change of roles.
  expect(await patchRoles(district, me, me.roles)).toMatchObject({ status: 200 });
  const roles = ['subdistrictAdmin', 'auditor'];
  const both = newPerson((await staffByName(district)).get('street')!.org.id, { roles });
  expect(await district.post('/api/v1/staff', both)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'roles', code: 'excluded' }] },
  });
});

test("an auditor's account is made and managed from above only", async () => {
  const district = await product.as('district');
  const people = await staffByName(district);
  const subdistrict = people.get('street')!.org.id;
  const wanted = newPerson(subdistrict, { roles: ['auditor'], serviceLines: [] });
  expect(await street.post('/api/v1/staff', wanted)).toMatchObject({ status: 403 });
  const auditor = expectStatus<StaffView>(await district.post('/api/v1/staff', wanted), 201);
  const clerk = await add(subdistrict, { roles: ['catalogueMaintainer'], serviceLines: [] });

  expect(await patchRoles(street, clerk, ['auditor'])).toMatchObject({ status: 403 });
  expect(await patchRoles(street, auditor, ['catalogueMaintainer'])).toMatchObject({ status: 403 });
  const reset = (client: Client, id: string) =>
    client.send('PUT', `/api/v1/staff/${id}/password`, { password: 'second-password-2' });
  expect(await reset(street, auditor.id)).toMatchObject({ status: 403 });
  expect(await reset(district, people.get('auditor')!.id)).toMatchObject({ status: 403 });
  expect(await product.as('auditor')).toBeDefined();

  expect(await reset(district, auditor.id)).toMatchObject({ status: 204 });
  expect(await patchRoles(district, auditor, ['catalogueMaintainer'])).toMatchObject({
    status: 200,
  });
});
