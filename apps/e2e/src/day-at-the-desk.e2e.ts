import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { faults } from './faults.ts';
import { filled, type Product, startProduct } from './product.ts';
import { signedIn } from './signed-in.ts';

let product: Product;
let browser: Browser;
let worker: Page;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  await filled(product);
  worker = await signedIn(browser, product.url, 'worker');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
}, 60_000);

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test('a wheelchair is lent by keyboard alone, reached in its list by Ctrl+↓ and the arrows, and taken back', async () => {
  await worker.keyboard.insertText('借轮椅');
  await press(worker, 'F7');
  await worker.getByLabel('谁借').waitFor();
  expect(await faults(worker)).toEqual([]);
  await worker.keyboard.insertText('𠅤阿姨');
  await press(worker, 'Enter');
  await worker.getByText('已借出').waitFor();

  const list = worker.getByRole('region', { name: '借出未还' });
  const more = list.getByRole('button', { name: /还有 \d+ 件/ });
  const line = list.getByRole('button', { name: /轮椅\s*𠅤/ });
  await line.or(more).first().waitFor();
  if (!(await line.isVisible())) await more.click();
  await line.waitFor();
  await worker.getByLabel('说的话').focus();
  // Whatever else there is today, every list is two keys or less from the next.
  for (let lists = 0; lists < 8; lists += 1) {
    await press(worker, 'Control+ArrowDown');
    if (await list.locator(':focus').count()) break;
  }
  for (let lines = 0; lines < 12; lines += 1) {
    if (await line.evaluate((one) => one.matches(':focus'))) break;
    await press(worker, 'ArrowDown');
  }
  await press(worker, 'Enter');
  await worker.getByRole('article', { name: '借出 轮椅' }).waitFor();
  expect(await faults(worker)).toEqual([]);
  await press(worker, 'Enter');
  await worker.getByText('收好了').waitFor();
  await press(worker, 'Escape');
  await worker.waitForURL(/\/desk$/);
});

test('a call from the telephone book stands on the open case; a private number is shown on asking', async () => {
  await worker.getByLabel('说的话').focus();
  await press(worker, 'Control+ArrowDown', 'Enter');
  await worker.getByRole('article', { name: /^办件/ }).waitFor();
  await worker.getByRole('link', { name: '电话本' }).click();
  const find = worker.getByLabel('找谁');
  await find.waitFor();
  expect(await faults(worker)).toEqual([]);
  await find.fill('楼组长');
  const number = worker.getByText(/^154\*{4}\d{4}$/).first();
  await number.waitFor();
  await worker.getByRole('button', { name: '看号码' }).first().click();
  await worker.getByRole('link', { name: /^154\d{8}$/ }).waitFor();
  await find.fill('电梯');
  await worker.getByRole('button', { name: '记已拨打' }).click();
  await worker.getByText('已记下拨打').waitFor();
  await press(worker, 'Escape');
  await worker.getByText(/打了电话:.*电梯维保/).waitFor();
});

test('a shift is handed over with a word for the next one, taken by name, and the giver sees by whom', async () => {
  await worker.getByRole('link', { name: /^交接/ }).click();
  await worker.getByLabel('给下一班的话').fill('钥匙在抽屉里');
  expect(await faults(worker)).toEqual([]);
  await worker.getByRole('button', { name: '交班' }).click();
  await worker.getByText('等对方点').waitFor();

  const head = await signedIn(browser, product.url, 'head');
  await head.getByRole('link', { name: /交接.*没人接/ }).click();
  const given = head.getByRole('article').filter({ hasText: '钥匙在抽屉里' });
  await given.getByRole('button', { name: '我接了' }).click();
  await head.getByText(/^接了.*的班$/).waitFor();
  expect(await faults(head)).toEqual([]);
  await head.close();

  await worker.reload();
  await worker
    .getByRole('article')
    .filter({ hasText: '钥匙在抽屉里' })
    .getByText(/接了,今天/)
    .waitFor();
});
