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

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};

const guide = (page: Page) => page.getByRole('complementary', { name: '第一天练习' });

const done = (page: Page, exercise: string) =>
  guide(page)
    .getByRole('listitem')
    .filter({ hasText: `${exercise} · 做过了` })
    .waitFor();

test('into practice, through its exercises and out again, by keyboard; another window follows', async () => {
  const page = await signedIn(browser, product.url, 'worker2');
  const other = await page.context().newPage();
  await other.goto(`${product.url}/desk/lending`);
  await other.getByText('借出一样东西').waitFor();

  await press(page, '演练');
  await page.getByText('演练 · 不算数').waitFor();
  await other.getByText('演练 · 不算数').waitFor();
  await page.getByRole('heading', { name: '望潮居委会(演练)' }).waitFor();
  await press(page, '第一天练习');
  expect(await faults(page)).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.getByLabel('说的话').fill('敬老卡丢了');
  const desk = page.getByRole('main');
  await desk.getByText('敬老卡', { exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
  await desk.getByText('办的是').waitFor();
  await page.keyboard.press('F7');
  await done(page, '用居民的话找到事项');
  await page.keyboard.press('Escape');
  await page.getByLabel('说的话').fill('楼道灯坏了');
  await page.keyboard.press('F3');
  await done(page, '登记并承诺');

  await press(page, '回到开头');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('tooltip').getByRole('button', { name: '回到开头' }).press('Enter');
  await guide(page).getByText('居民说“敬老卡丢了”', { exact: false }).waitFor();

  await press(page, '结束演练');
  await page.getByText('演练 · 不算数').waitFor({ state: 'detached' });
  await other.getByText('演练 · 不算数').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '望潮居委会 · 首问接待' }).waitFor();
});

test('what the work model is can be read without signing in', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${product.url}/about`);
  await page.getByRole('img', { name: '全岗通怎么转起来' }).waitFor();
  expect(await faults(page)).toEqual([]);
});

test('意见 is written beside the work and answered by the head', async () => {
  const worker = await signedIn(browser, product.url, 'worker');
  await press(worker, '意见');
  await worker.getByLabel('想说什么').fill('登记簿的字太小');
  await worker.keyboard.press('F2');
  expect(await faults(worker)).toEqual([]);
  await press(worker, '交上去');
  await worker.getByText('收到了', { exact: false }).waitFor();
  await worker.keyboard.press('Escape');
  await worker.getByRole('dialog').waitFor({ state: 'detached' });

  const head = await signedIn(browser, product.url, 'head');
  await head.goto(`${product.url}/admin/feedback`);
  await head.getByText('登记簿的字太小').waitFor();
  await press(head, '回答');
  await head.getByLabel('回答', { exact: true }).last().fill('右上角有大字');
  await press(head, '送出回答');
  await head.getByText('已回答').waitFor();
  await worker.goto(`${product.url}/admin/feedback`);
  await worker.getByText('右上角有大字').waitFor();
  expect(await faults(worker)).toEqual([]);
});
