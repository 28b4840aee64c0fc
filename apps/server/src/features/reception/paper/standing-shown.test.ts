import type { ItemLine, ItemView } from '@qzt/contract/catalogue';
import type { CaseView } from '@qzt/contract/reception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, openCase } from '../../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../../testing/product.ts';
import { itemNoticeData, noticeData } from './paper-data.ts';

/*
 * What is reconstructed or composed never reads as an authority's word. Each place that shows a limit or a text of an
 * item is looked at for each of the 102: the answers to residents and desk, the case, the printed notices.
 */

const GIVER = {
  office: '居委会',
  receiver: null,
  phone: null,
  hours: null,
  at: null,
  size: 'a4',
} as const;

let product: TestProduct;
let worker: Client;
let street: Client;
beforeAll(async () => {
  product = await testProduct('2026-11-24T10:00:00+08:00');
  [worker, street] = [await product.as('worker'), await product.as('street')];
});
afterAll(() => product.drop());

const lines = async (): Promise<ItemLine[]> =>
  expectStatus<{ items: ItemLine[] }>(await street.get('/api/v1/catalogue/items'), 200).items;
const view = async (code: string): Promise<ItemView> =>
  expectStatus<ItemView>(await product.anybody.get(`/api/v1/service-items/${code}`), 200);

/** Where an item is shown, each answering with whether the limit reads as a rule there. */
async function shownAsRule(code: string, line: ItemLine): Promise<Record<string, boolean>> {
  const item = await view(code);
  // Not over HTTP, where whoever asks a hundred times a second is asked to wait.
  const { items } = await product.ground.catalogue.find(item.name, 20, '2026-11-24');
  const hit = items.find((one) => one.code === code);
  const made: CaseView = await openCase(worker, { serviceItem: code, title: item.name });
  const paper = JSON.stringify(itemNoticeData(item, GIVER));
  const ofCase = JSON.stringify(
    noticeData(
      { view: made, item, confidential: false, resident: undefined, origin: 'https://x' },
      GIVER,
    ),
  );
  return {
    item: item.limitOfficial,
    finder: hit?.limitOfficial ?? item.limitOfficial,
    case: made.requirementNotice.limitOfficial,
    maintainer: line.limitOfficial,
    paper: !paper.includes('待核实'),
    'paper of the case': !ofCase.includes('待核实'),
  };
}

test('as shipped, none of the 102 items reads as a rule anywhere', async () => {
  expect(await lines()).toHaveLength(102);
  for (const line of await lines()) {
    const { code } = line;
    const shown = await shownAsRule(code, line);
    expect(
      Object.entries(shown).filter(([, rule]) => rule),
      code,
    ).toEqual([]);
    expect((await view(code)).details?.standing, code).toBe('composed');
  }
});

test('confirmed by a text, all of them read as a rule everywhere; the composed text still says whose it is', async () => {
  for (const { code, version } of await lines())
    expectStatus(
      await street.post(
        `/api/v1/catalogue/items/${code}/confirm`,
        {
          basisKind: 'document-local',
          basis: '办事指南',
          confirmedOn: '2026-11-24',
          covers: ['rule'],
        },
        { version },
      ),
      201,
    );
  for (const line of await lines()) {
    const { code } = line;
    const shown = await shownAsRule(code, line);
    expect(
      Object.entries(shown).filter(([, rule]) => !rule),
      code,
    ).toEqual([]);
    const paper = JSON.stringify(itemNoticeData(await view(code), GIVER));
    expect(paper, code).toContain('步骤、地点和收费由居委会整理');
  }
});

test("an office's word makes no rule of an item that was put in", async () => {
  const fresh = await testProduct('2026-11-24T10:00:00+08:00');
  try {
    const client = await fresh.as('street');
    const { items } = expectStatus<{ items: ItemLine[] }>(
      await client.get('/api/v1/catalogue/items'),
      200,
    );
    for (const { code, standing } of items) {
      const body = {
        basisKind: 'office',
        basis: '受理中心窗口答复',
        confirmedOn: '2026-11-24',
        covers: ['rule', 'text'],
      };
      expectStatus(
        await client.post(`/api/v1/catalogue/items/${code}/confirm`, body, { version: 1 }),
        201,
      );
      const after = expectStatus<ItemView>(
        await fresh.anybody.get(`/api/v1/service-items/${code}`),
        200,
      );
      expect(after.limitOfficial, code).toBe(standing !== 'reconstructed');
      expect(after.details?.standing, code).toBe('composed');
    }
  } finally {
    await fresh.drop();
  }
});
