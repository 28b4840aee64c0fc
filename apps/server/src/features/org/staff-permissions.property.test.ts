import type { SessionView } from '@qzt/contract/org';
import { branchOf, ROLE_HOMES, ROLES, type Role, scopeOf } from '@qzt/domain/org';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Unit } from '../../platform/actor.ts';
import { expectStatus, rowsBehind } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

const ACCOUNTS = [
  'worker',
  'head',
  'worker2',
  'officer',
  'centre',
  'street',
  'district',
  'department',
  'assessor',
  'auditor',
] as const;

let product: TestProduct;
let units: Unit[];
const clients = new Map<string, { readonly client: Client; readonly session: SessionView }>();

beforeAll(async () => {
  product = await testProduct();
  for (const name of ACCOUNTS) {
    const client = await product.as(name);
    const session = expectStatus<SessionView>(await client.get('/api/v1/session'), 200);
    clients.set(name, { client, session });
  }
  const all = await rowsBehind<Unit>(
    product,
    'select id, kind, name, code, parent_id as "parentId" from org order by code',
  );
  // Every kind, two committees, and a subdistrict beside: enough to be beyond somebody's branch.
  const beside = { id: uuidv7(), kind: 'subdistrict' as const, name: '邻街道', code: 'beside' };
  const top = all.find(({ kind }) => kind === 'district')!;
  const { client } = clients.get('district')!;
  expectStatus(await client.post('/api/v1/org', { ...beside, parentId: top.id }), 201);
  units = [
    ...all.filter(({ kind, code }) => kind !== 'committee' || code <= 'demo-02'),
    { ...beside, parentId: top.id },
  ];
});
afterAll(() => product.drop());

const someRoles = fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 });
const fits = (role: Role, unit: Unit): boolean =>
  (ROLE_HOMES[role] as readonly string[]).includes(unit.kind);

/** What the rules say, written once more without the permission table. */
function expectedOf(
  name: string,
  branch: readonly string[],
  unit: Unit,
  roles: readonly Role[],
): number {
  if (name !== 'street' && name !== 'district') return 403;
  if (!branch.includes(unit.id)) return 404;
  if (!roles.every((role) => fits(role, unit))) return 422;
  const audits = roles.includes('auditor');
  if (audits && roles.some((role) => role.endsWith('Admin'))) return 422;
  // The first of the branch is the organisation of whoever adds.
  return audits && unit.id === branch[0] ? 403 : 201;
}

const ACTS = {
  change: (client: Client, url: string) =>
    client.send('PATCH', url, { leader: true }, { version: 1 }),
  password: (client: Client, url: string) =>
    client.send('PUT', `${url}/password`, { password: 'first-password-1' }),
  leave: (client: Client, url: string) =>
    client.post(`${url}/leave`, { reason: '调走' }, { version: 1 }),
} as const;

test('whoever adds a person: only administrators, only below themselves, only roles that mean something there, never more reach than they have', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ACCOUNTS),
      fc.nat(),
      someRoles,
      fc.boolean(),
      async (name, at, roles, only) => {
        const { client, session } = clients.get(name)!;
        const unit = units[at % units.length]!;
        // Half of the time only fitting roles, or hardly anybody would ever be added.
        const asked = only ? roles.filter((role) => fits(role, unit)) : roles;
        fc.pre(asked.length > 0);
        const id = uuidv7();
        const answer = await client.post('/api/v1/staff', {
          id,
          orgId: unit.id,
          username: `r${id.slice(-12)}`,
          password: 'first-password-1',
          name: '许敏',
          leader: false,
          roles: asked,
          serviceLines: [],
        });
        const branch = branchOf(session.org.id, units).map((one) => one.id);
        const expected = expectedOf(name, branch, unit, asked);
        expect(answer.status).toBe(expected);
        const rows = await rowsBehind(product, 'select from staff where id = $1', [id]);
        expect(rows).toHaveLength(expected === 201 ? 1 : 0);
        if (expected !== 201) return;
        const reach = scopeOf(
          { staffId: id, name: '', orgId: unit.id, orgKind: unit.kind, roles: asked },
          units,
        );
        for (const org of [...reach.orgs, ...reach.committees]) expect(branch).toContain(org);
      },
    ),
    { numRuns: 120 },
  );
});

test('whoever changes, resets or sends off somebody: never beyond the own branch, never without the permission', async () => {
  const people = await rowsBehind<{ id: string; orgId: string }>(
    product,
    `select s.id, s.org_id as "orgId" from staff s join credential c on c.staff_id = s.id where c.username = any ($1)`,
    [[...ACCOUNTS]],
  );
  const before = await rowsBehind(
    product,
    'select id, version, roles, left_at from staff order by id',
  );
  const passwords = await rowsBehind(product, 'select * from credential order by staff_id');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ACCOUNTS),
      fc.nat(),
      fc.constantFrom('change', 'password', 'leave' as const),
      async (name, at, act) => {
        const { client, session } = clients.get(name)!;
        const target = people[at % people.length]!;
        const within = branchOf(session.org.id, units).some(({ id }) => id === target.orgId);
        const may = session.permissions.includes(
          act === 'leave' ? 'staff.handover' : 'staff.manage',
        );
        fc.pre(!(may && within));
        const answer = await ACTS[act](client, `/api/v1/staff/${target.id}`);
        expect(answer.status).toBe(may ? 404 : 403);
      },
    ),
    { numRuns: 120 },
  );
  expect(
    await rowsBehind(product, 'select id, version, roles, left_at from staff order by id'),
  ).toEqual(before);
  expect(await rowsBehind(product, 'select * from credential order by staff_id')).toEqual(
    passwords,
  );
});
