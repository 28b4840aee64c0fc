import type { AnswerOf } from '@qzt/contract';
import type { catalogueEndpoints } from '@qzt/contract/catalogue';
import type { dangerEndpoints } from '@qzt/contract/danger';
import { buildDangerFinder } from '@qzt/search/danger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

type Found = AnswerOf<typeof catalogueEndpoints.findItems>;
const find = async (words: string): Promise<Found> =>
  (await product.anybody.get(`/api/v1/service-items?q=${encodeURIComponent(words)}`)).body as Found;

test('danger stands above the items, whoever asks', async () => {
  expect((await find('煤气漏了')).danger).toEqual({ code: 'gas', name: '燃气泄漏', sure: true });
  expect((await find('跑步的大爷捂着胸口蹲下去了')).danger).toMatchObject({
    code: 'help',
    sure: false,
  });
});

test('words that only look like danger find their item and no alarm', async () => {
  for (const words of ['煤气费怎么交', '敬老卡丢了', '跳楼价大甩卖'])
    expect(await find(words)).not.toHaveProperty('danger');
});

test('a desk recognises by what it was given just what the server recognises', async () => {
  const answer = await product.anybody.get('/api/v1/dangers');
  expect(answer.status).toBe(200);
  const { dangers, recognition } = answer.body as AnswerOf<typeof dangerEndpoints.listDangers>;
  const own = buildDangerFinder(recognition.dangers, recognition.harmless, recognition.leanings);
  for (const words of ['有人要跳楼', '老头子摔倒了爬不起来', '借一把伞'])
    expect(own(words).codes[0]).toBe((await find(words)).danger?.code);
  const gas = dangers.find(({ code }) => code === 'gas');
  expect(gas?.calls.map(({ number }) => number)).toEqual(['962777', '119', '120']);
  expect(gas?.calls[0]?.standing).toBe('unverified');
});
