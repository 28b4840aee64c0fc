import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { signedIn } from './signed-in.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
}, 60_000);

/** What the accessibility checker finds on the page as it stands. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

/** Waits until the open record says a status. */
const status = (page: Page, words: string) =>
  page.getByText(words, { exact: true }).first().waitFor();

test('我儿媳怀孕了: found, registered, accepted, answered, confirmed; the neighbour sees nothing', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('我儿媳怀孕了,想办一张孕妇联系单');
  await page.getByText('孕妇联系单(卡)办理').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('怀孕证明').first().check();
  expect(await faults(page)).toEqual([]);

  const registered = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/cases') && answer.request().method() === 'POST',
  );
  await page.keyboard.press('F3');
  const opened = (await (await registered).json()) as { id: string; status: string };
  expect(opened.status).toBe('registered');
  await status(page, '已登记');
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: '受理', exact: true }).click();
  await status(page, '办理中');
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await page.keyboard.type('联系单已经办好,请带去医院建册');
  await page.keyboard.press('Control+Enter');
  await status(page, '已答复');
  await page.getByRole('button', { name: '居民确认', exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await status(page, '已办结 · 居民已确认');

  const read = (as: Page) =>
    as.evaluate(async (id) => {
      const answer = await fetch(`/api/v1/cases/${id}`);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    }, opened.id);
  expect(await read(page)).toMatchObject({
    status: 200,
    body: { status: 'closed', ending: 'confirmed', journeys: 1 },
  });

  const neighbour = await signedIn(browser, product.url, 'worker2');
  expect(await read(neighbour)).toMatchObject({ status: 404, body: { code: 'not-found' } });
}, 60_000);
