import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { faults } from './faults.ts';
import { type Product, startProduct } from './product.ts';
import { signedIn } from './signed-in.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct({ QZT_DEMO_COMMITTEES: '1' });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
}, 60_000);

/** A case of a list, as far as it is looked at here. */
interface Listed {
  readonly title: string;
  readonly flags: readonly string[];
  readonly alarm?: { readonly danger: string; readonly calledAt: string | null };
}

const card = (page: Page, name: string) => page.getByRole('alert', { name: `急事:${name}` });
/** The registered cases about a danger; the demonstration goes on filling meanwhile. */
const casesOf = async (page: Page, name: string): Promise<Listed[]> => {
  const items = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/cases?limit=100&status=registered');
    return ((await answer.json()) as { items: Listed[] }).items;
  });
  return items.filter(({ title }) => title.startsWith(name));
};

test('a gas smell: the card while typing, two keys for the call, the urgent case stored once', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('5号楼三楼有煤气味,味道很重');
  await card(page, '燃气泄漏').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await casesOf(page, '燃气泄漏')).toEqual([]);

  // A digit in the input is a house number.
  await page.keyboard.type('302');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await page.getByText(/^已打 \d\d:\d\d$/).waitFor();
  await page.keyboard.press('4');
  await page
    .getByText(/^已打 \d\d:\d\d$/)
    .nth(1)
    .waitFor();
  expect(await faults(page)).toEqual([]);
  const [made, ...more] = await casesOf(page, '燃气泄漏');
  expect(more).toEqual([]);
  expect(made).toMatchObject({
    title: '燃气泄漏:5号楼三楼有煤气味,味道很重302',
    alarm: { danger: 'gas', calledAt: expect.any(String) },
  });

  await page.keyboard.press('Escape');
  await card(page, '燃气泄漏').waitFor({ state: 'detached' });
  expect(await page.getByLabel('说的话').inputValue()).toBe('');
  await page
    .getByRole('button', { name: /应急 刚刚/ })
    .first()
    .waitFor();
}, 60_000);

test('what is no danger is left in one key and raises no second alarm for the same words', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('着火了');
  await card(page, '着火冒烟').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('6');
  await card(page, '着火冒烟').waitFor({ state: 'detached' });
  await page.getByLabel('说的话').pressSequentially('的电影几点放');
  await page.getByText('其他', { exact: true }).first().waitFor();
  expect(await card(page, '着火冒烟').count()).toBe(0);
  expect(await casesOf(page, '着火冒烟')).toEqual([]);
}, 60_000);

test('violence at home: confidential, and the duty to report by one tick', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('老公打我');
  await card(page, '家里打人').waitFor();
  await page.getByText(/受害的可能是未成年人/).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: /110/ }).click();
  await page.getByText(/依法必须向公安机关报告/).waitFor();
  const [made] = await casesOf(page, '家里打人');
  expect(made?.flags).toEqual(
    expect.arrayContaining(['urgent', 'confidential', 'mandatory-report']),
  );
}, 60_000);

test('words that only sound like danger raise a question, and one key opens the card', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('跑步的大爷捂着胸口蹲下去了');
  await page.getByText('听着像急事,有人有危险吗?').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('F1');
  await card(page, '可能有危险').waitFor();
}, 60_000);
