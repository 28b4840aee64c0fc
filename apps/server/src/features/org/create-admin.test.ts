import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsBehind } from '../../testing/casework.ts';
import { type TestProduct, testProduct } from '../../testing/product.ts';
import { createAdmin } from './create-admin.service.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

const GOOD = {
  username: 'chief',
  name: '张三',
  orgCode: 'demo-street',
  roles: ['subdistrictAdmin'],
  password: 'a longer password',
};
const create = (more: Partial<typeof GOOD> = {}) =>
  createAdmin(product.ground, { ...GOOD, ...more });

test('an account made at the command line signs in, and the log of its organisation says so', async () => {
  expect((await create()).code).toBe('demo-street');
  const chief = await product.as('chief', GOOD.password);
  expect((await chief.get('/api/v1/session')).body).toMatchObject({
    staff: { name: '张三', roles: ['subdistrictAdmin'] },
    org: { code: 'demo-street' },
  });
  const log = await rowsBehind(
    product,
    `select e.purpose from audit_entry e join org o on o.id = e.owner_org_id
     where o.code = 'demo-street' and e.action = 'staff.create'`,
  );
  expect(log).toEqual([{ purpose: '命令行建立账号' }]);
});

test.each([
  ['the public password', { password: 'quanzoutong-demo' }, '演示密码'],
  ['a short password', { password: 'short' }, '至少 10 个字符'],
  ['a password of one letter', { password: 'aaaaaaaaaaaa' }, '太容易猜到'],
  ['a name that is no user name', { username: 'Ä' }, '用户名'],
  ['a user name that is taken', { username: 'worker' }, '已有人用'],
  ['an organisation that is not there', { orgCode: 'nowhere' }, 'nowhere'],
  ['a role that nobody has there', { roles: ['head'] }, '没有“居委会负责人”'],
  ['a word that is no role', { roles: ['boss'] }, '没有“boss”'],
])('%s is refused, saying why', async (_what, more, words) => {
  const error = await create({ username: 'another', ...more }).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({
    code: 'invalid-input',
    faults: [{ message: expect.stringContaining(words) }],
  });
});
