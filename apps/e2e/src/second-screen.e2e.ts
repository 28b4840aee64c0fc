import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { faults } from './faults.ts';
import { type Product, startProduct } from './product.ts';
import { signedIn } from './signed-in.ts';

let product: Product;
let browser: Browser;
const open: Page[] = [];
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
}, 180_000);
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
}, 60_000);

/** The desk and the screen that faces the resident, as two windows of one browser. */
async function twoWindows(): Promise<{ desk: Page; second: Page }> {
  const desk = await signedIn(browser, product.url, 'worker');
  open.push(desk);
  const second = await desk.context().newPage();
  await second.setViewportSize({ width: 1920, height: 1080 });
  await second.goto(`${product.url}/desk/second`);
  await second.getByText('您好,请坐').waitFor();
  return { desk, second };
}

const write = async (desk: Page, words: string): Promise<void> => {
  await desk.getByLabel('说的话').pressSequentially(words);
  await desk
    .getByRole('option', { name: /孕妇联系单/ })
    .first()
    .waitFor();
  await desk.keyboard.press('Enter');
};

const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => (await fetch(address)).json(), path) as Promise<T>;

interface Stored {
  readonly id: string;
  readonly track?: { readonly url: string };
  readonly events: readonly { readonly type: string; readonly data: object }[];
}

/** Sends the entry by a key and answers with what was stored. */
async function sent<T>(desk: Page, key: string, path: string): Promise<T> {
  const answer = desk.waitForResponse(
    (one) => one.url().endsWith(path) && one.request().method() === 'POST',
  );
  await desk.keyboard.press(key);
  return (await (await answer).json()) as T;
}

/** How wide the content is: wider than the window, it would have to be pushed about. */
const widthOf = (page: Page): Promise<number> =>
  page.locator('html').evaluate((html) => (html as unknown as { scrollWidth: number }).scrollWidth);

const words = async (page: Page): Promise<string> =>
  (await page.locator('body').textContent()) ?? '';

test('the desk writes, the second screen shows; the resident follows by the code and rates; it is stored', async () => {
  const { desk, second } = await twoWindows();
  expect(await faults(second)).toEqual([]);
  await write(desk, '我儿媳怀孕了,想办一张孕妇联系单');
  await second.getByRole('heading', { name: '孕妇联系单(卡)办理' }).waitFor();
  await desk.getByLabel('怀孕证明').first().check();
  await second.getByText('带来了').waitFor();
  expect(await words(second)).toContain('接待您的是 孙晓梅');
  expect(await words(second)).not.toContain('儿媳');
  expect(await faults(second)).toEqual([]);

  let made = await sent<Stored>(desk, 'F2', '/api/v1/cases');
  await second.getByRole('img', { name: '查办事进度的二维码' }).waitFor();
  expect(await faults(second)).toEqual([]);
  // At 200 % the browser's window has half as many pixels.
  await second.setViewportSize({ width: 960, height: 540 });
  expect(await widthOf(second)).toBeLessThanOrEqual(960);
  await second.setViewportSize({ width: 1920, height: 1080 });
  await second.getByRole('button', { name: '满意', exact: true }).click();
  await second.getByText('谢谢您').waitFor();
  expect(await faults(second)).toEqual([]);
  await expect
    .poll(async () => {
      made = await ask<Stored>(desk, `/api/v1/cases/${made.id}`);
      return made.events.filter(({ type }) => type === 'rate').map(({ data }) => data);
    })
    .toEqual([{ score: 3, of: 3 }]);
  expect(await words(desk)).not.toMatch(/3 \/ 3/);

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'zh-CN',
  });
  const followed = await phone.newPage();
  await followed.goto(product.url + made.track?.url);
  expect(await words(followed)).toContain('您的事已经登记');
  expect(await words(followed)).not.toMatch(/怀孕|联系单/);
  await phone.close();
  await desk
    .context()
    .newPage()
    .then(async (page) => {
      await page.goto(product.url + made.track?.url);
      expect(await faults(page)).toEqual([]);
      await page.close();
    });

  await desk.keyboard.press('Escape');
  await second.getByText('您好,请坐').waitFor();
});

test('a confidential matter: 为您办理中 and no code', async () => {
  const { desk, second } = await twoWindows();
  await write(desk, '我儿媳怀孕了,想办一张孕妇联系单');
  await second.getByRole('heading', { name: '孕妇联系单(卡)办理' }).waitFor();
  await desk.getByRole('checkbox', { name: '保密' }).check();
  await second.getByText('为您办理中').waitFor();
  expect(await words(second)).not.toMatch(/联系单|怀孕/);
  expect(await faults(second)).toEqual([]);
  await desk.keyboard.press('F3');
  await second.getByText('已经为您记下了').waitFor();
  expect(await second.getByRole('img').count()).toBe(0);
  // How a matter goes that was only written down, nobody knows yet.
  expect(await second.getByRole('button', { name: '一般' }).count()).toBe(0);
});

test('reloaded, opened first, opened twice: it follows; a desk that closes leaves nothing', async () => {
  const { desk, second } = await twoWindows();
  await write(desk, '我儿媳怀孕了,想办一张孕妇联系单');
  const title = { name: '孕妇联系单(卡)办理' };
  await second.getByRole('heading', title).waitFor();
  await second.reload();
  await second.getByRole('heading', title).waitFor();
  const again = await desk.context().newPage();
  await again.goto(`${product.url}/desk/second`);
  await again.getByRole('heading', title).waitFor();
  await second.keyboard.press('Escape');
  await second.getByText('您好,请坐').waitFor();
  await desk.goto('about:blank');
  await again.getByText('您好,请坐').waitFor();
  expect(await words(again)).not.toContain('联系单');
  await desk.goto(`${product.url}/desk`);
  await desk.getByRole('button', { name: /接着写/ }).click();
  await again.getByRole('heading', title).waitFor();
  // A desk that dies says no goodbye: its silence is heard.
  await desk.goto('chrome://crash').catch(() => undefined);
  await again.getByText('您好,请坐').waitFor();
  expect(await words(again)).not.toContain('联系单');
});

test('one line without a case is rated with the contact, also when the server was away at the touch', async () => {
  const { desk, second } = await twoWindows();
  await desk.getByLabel('说的话').pressSequentially('问几点下班');
  const made = await sent<{ id: string }>(desk, 'F7', '/api/v1/encounters');
  await desk.context().setOffline(true);
  await second.getByRole('button', { name: '一般' }).click();
  await second.getByText('谢谢您').waitFor();
  await desk.context().setOffline(false);
  const stored = () => ask<{ rating?: object }>(desk, `/api/v1/encounters/${made.id}`);
  await expect
    .poll(async () => (await stored()).rating, { timeout: 30_000 })
    .toEqual({ score: 2, of: 3 });
}, 90_000);

test('one key opens it from the desk; the same button then leads to its sentence', async () => {
  const desk = await signedIn(browser, product.url, 'worker');
  open.push(desk);
  const opening = desk.waitForEvent('popup');
  await desk.keyboard.press('F10');
  const second = await opening;
  expect(second.url()).toBe(`${product.url}/desk/second`);
  await second.getByText('您好,请坐').waitFor();
  await desk.getByRole('button', { name: /对外屏 已开/ }).click();
  const sentence = desk.getByLabel('没有人办事时显示的一句话');
  await sentence.fill('明天上午停水,请先接好水');
  expect(await faults(desk)).toEqual([]);
  await sentence.press('Enter');
  await second.getByText('明天上午停水,请先接好水').waitFor();
}, 60_000);

test('signing out clears the second screen', async () => {
  const { desk, second } = await twoWindows();
  await write(desk, '我儿媳怀孕了,想办一张孕妇联系单');
  await second.getByRole('heading', { name: '孕妇联系单(卡)办理' }).waitFor();
  await desk.getByRole('button', { name: '退出' }).click();
  await second.getByText('您好,请坐').waitFor();
  expect(await words(second)).not.toContain('联系单');
});

test('/track: every state without a fault, also at 200 %, on a phone', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  open.push(page);
  for (const query of ['', '?c=demo-01-ABCDE']) {
    await page.goto(`${product.url}/track${query}`);
    expect(await faults(page)).toEqual([]);
    expect(await page.title()).toContain('全走通');
  }
  await page.setViewportSize({ width: 195, height: 422 });
  expect(await widthOf(page)).toBeLessThanOrEqual(195);
});
