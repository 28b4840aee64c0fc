import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { faults } from './faults.ts';
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

/** One contact, as the desk sends it. */
const recorded = (page: Page, words: string) =>
  page.evaluate(async (said) => {
    const answer = await fetch('/api/v1/encounters', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        channel: 'desk',
        startedAt: new Date().toISOString(),
        needs: [{ id: crypto.randomUUID(), words: said, outcome: 'settled' }],
      }),
    });
    return answer.status;
  }, words);

test('what was done at the desk stands in the register, without anybody writing it there; it is filtered, turned and taken away', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  expect(await recorded(page, '=1+1 借一只打气筒')).toBe(201);
  await page.getByRole('link', { name: '登记簿' }).click();
  await page.getByRole('button', { name: '今天', exact: true }).click();
  await page.getByRole('cell', { name: '=1+1 借一只打气筒' }).waitFor();
  expect(await faults(page)).toEqual([]);

  await page.getByRole('combobox', { name: '方式' }).click();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '导出或打印…' }).click();
  await page.getByRole('button', { name: '导出 Excel', exact: true }).click();
  await page.getByText('请先写一句用途').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: '内部核对' }).click();
  for (const [form, ending] of [
    ['导出 Excel', '.xlsx'],
    ['导出 PDF(打印用)', '.pdf'],
  ] as const) {
    const opener = page.getByRole('button', { name: '导出或打印…' });
    if (await opener.isVisible()) {
      await opener.click();
      await page.getByRole('button', { name: '内部核对' }).click();
    }
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: form, exact: true }).click();
    const name = (await taken).suggestedFilename();
    expect(name.startsWith('首问接待登记') && name.endsWith(ending), name).toBe(true);
    await opener.waitFor();
  }

  for (const sheet of ['证明登记', '借还登记', '应急登记', '一趟头']) {
    await page.getByRole('link', { name: sheet, exact: true }).click();
    await page.getByRole('button', { name: '今年', exact: true }).click();
    await page
      .getByRole('link', { name: sheet, exact: true })
      .and(page.locator('[aria-current=page]'))
      .waitFor();
    await page.getByText(/^正在(取登记簿|数趟数)…$/).waitFor({ state: 'hidden' });
    expect(await faults(page), sheet).toEqual([]);
  }
}, 90_000);

test('a neighbour finds nothing of it', async () => {
  const page = await signedIn(browser, product.url, 'worker2');
  await page.goto(`${product.url}/desk/registers?period=year`);
  await page.getByText(/^共/).waitFor();
  expect(await page.getByText('借一只打气筒').count()).toBe(0);
}, 60_000);
