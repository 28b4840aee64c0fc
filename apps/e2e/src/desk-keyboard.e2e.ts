import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { faults } from './faults.ts';
import { filled, type Product, startProduct } from './product.ts';
import { signedIn } from './signed-in.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  await filled(product);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
}, 60_000);

/** Presses keys and counts them; text of an input method arrives character by character, as committed. */
const keyboardOf = (page: Page) => {
  let strokes = 0;
  return {
    strokes: () => strokes,
    write: async (text: string): Promise<void> => {
      for (const character of text) {
        strokes += 1;
        await page.keyboard.insertText(character);
      }
    },
    press: async (key: string): Promise<void> => {
      strokes += 1;
      await page.keyboard.press(key);
    },
  };
};

const answersTo = (page: Page, path: string) =>
  page.waitForResponse(
    (answer) => answer.url().endsWith(path) && answer.request().method() === 'POST',
  );

test('我儿媳怀孕了, by keyboard alone: sentence, item, who lives at 3/502, promised; at most 40 strokes', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  const keys = keyboardOf(page);
  await keys.write('我儿媳怀孕了,想办一张孕妇联系单');
  const item = page.getByRole('option', { selected: true });
  await item.getByText('孕妇联系单(卡)办理').waitFor();
  // The notice stands there before anything is picked.
  await page.getByRole('checkbox', { name: '怀孕证明' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await keys.press('Enter');
  await keys.write('3/502');
  await item.getByText('3号楼502').waitFor();
  expect(await faults(page)).toEqual([]);
  await keys.press('Enter');
  await page.getByText('在办与承诺').waitFor();
  expect(await faults(page)).toEqual([]);
  const registered = answersTo(page, '/api/v1/cases');
  await keys.press('F3');
  const made = (await (await registered).json()) as Record<string, unknown>;
  expect(made).toMatchObject({
    status: 'registered',
    title: '孕妇联系单(卡)办理',
    said: '我儿媳怀孕了,想办一张孕妇联系单',
    journeys: 1,
  });
  expect(keys.strokes()).toBeLessThanOrEqual(40);
  await page.getByText('居民的话').waitFor();
  expect(await faults(page)).toEqual([]);
  // Ready for the next one without the mouse.
  await keys.press('Escape');
  expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe('combobox');
  await page.context().close();
}, 90_000);

test('F2 is taken back within its seconds as if it had never been, and stored once when it is not', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/(cases|encounters)$/.test(request.url()))
      sent.push(request.url().replace(/.*\//, ''));
  });
  const keys = keyboardOf(page);
  await keys.write('楼道灯坏了');
  await page.getByRole('option').first().waitFor();
  await keys.press('Alt+0');
  await keys.press('F2');
  await page.getByText('已当场办结').waitFor();
  await keys.press('Control+z');
  await page.getByText('已撤销').waitFor();
  expect(sent).toEqual([]);
  await keys.press('F2');
  await page.getByText('已当场办结').waitFor();
  const stored = answersTo(page, '/api/v1/cases');
  await keys.press('Escape');
  expect((await stored).status()).toBe(201);
  expect(sent).toEqual(['encounters', 'cases']);
  await page.context().close();
}, 60_000);

test('words that have not been taken go with F7; 100,000 characters are told, not cut', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  const keys = keyboardOf(page);
  await page.keyboard.insertText('漏水'.repeat(50_000));
  await page.getByText('写了 100000 个字').waitFor();
  await keys.press('F3');
  await page.getByText('写了 100000 个字').waitFor();
  expect((await page.getByLabel('说的话').inputValue()).length).toBe(100_000);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('𠅤㛃英问食堂几点开');
  await keys.press('F7');
  const stored = answersTo(page, '/api/v1/encounters');
  await keys.press('Escape');
  expect(((await (await stored).json()) as { needs: { words: string }[] }).needs[0]?.words).toBe(
    '𠅤㛃英问食堂几点开',
  );
  await page.context().close();
}, 60_000);

test('two windows keep an entry each; a session that ends in the middle costs no word', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  const second = await page.context().newPage();
  await second.goto(`${product.url}/desk`);
  await second.getByLabel('说的话').waitFor();
  await page.bringToFront();
  await page.getByLabel('说的话').fill('第一个窗口写的');
  await second.bringToFront();
  await second.getByLabel('说的话').fill('第二个窗口写的');
  await second.waitForTimeout(500);
  for (const [window, words] of [
    [page, '第一个窗口写的'],
    [second, '第二个窗口写的'],
  ] as const) {
    await window.reload();
    await window.getByRole('button', { name: '接着写' }).click();
    expect(await window.getByLabel('说的话').inputValue()).toBe(words);
  }
  await page.context().clearCookies();
  await page.bringToFront();
  await page.getByLabel('说的话').fill('第一个窗口写的,要办敬老卡');
  await page.keyboard.press('F7');
  await page.keyboard.press('Escape');
  await page.getByLabel('用户名').fill('worker');
  await page.getByLabel('密码').fill('quanzoutong-demo');
  const stored = answersTo(page, '/api/v1/encounters');
  await page.keyboard.press('Enter');
  const body = (await (await stored).json()) as { needs: { words: string }[] };
  expect(body.needs[0]?.words).toBe('第一个窗口写的,要办敬老卡');
  await page.context().close();
}, 60_000);
