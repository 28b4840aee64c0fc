import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { filled, type Product, startProduct } from './product.ts';
import { signedIn } from './signed-in.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  await filled(product);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
}, 60_000);

/** What the accessibility checker finds on the page as it stands. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

/** What the desk's next request to an address is answered. */
const answered = async (page: Page, path: string, act: () => Promise<void>) => {
  const answer = page.waitForResponse(
    (one) => one.url().endsWith(path) && one.request().method() === 'POST',
  );
  await act();
  return (await (await answer).json()) as Record<string, unknown>;
};

test('亲属关系证明: refused by keyboard in two keys, with words to say and an office that can help', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('开一张亲属关系证明');
  await page.keyboard.press('F8');
  const panel = page.getByRole('form', { name: '不予出具' });
  await panel.getByText('不能开', { exact: true }).waitFor();
  await panel.getByText('派出所').first().waitFor();
  expect(await faults(page)).toEqual([]);
  const made = await answered(page, '/api/v1/certificates/refusals', () =>
    page.keyboard.press('F8'),
  );
  expect(made).toMatchObject({ kind: 'certificate', status: 'closed', ending: 'refused' });
  await page.getByRole('button', { name: '打印不予出具告知' }).waitFor();
  expect(await faults(page)).toEqual([]);
}, 90_000);

const NUMBER = expect.stringMatching(/^〔\d{4}〕\d{6}号$/);

test('居住证明: what is known is filled in and issued by the ruling; where nobody ruled, the head agrees and the paper gets its number', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await page.getByLabel('说的话').pressSequentially('3号楼502');
  await page.getByText('林云一村3号楼502室').first().waitFor();
  await page.keyboard.press('Alt+1');
  await page.getByLabel('说的话').pressSequentially('要开居住证明');
  await page.keyboard.press('F8');
  const opened = await answered(page, '/api/v1/cases', () =>
    page.getByRole('button', { name: '登记并出具' }).click(),
  );
  await page.getByRole('button', { name: '出具证明' }).click();
  const form = page.getByRole('form', { name: '出具证明' });
  await form.getByText('从居民档案带来').waitFor();
  expect(await form.getByLabel('住址').inputValue()).toBe('林云一村3号楼502室');
  await form.getByLabel('从哪一天起').fill('2018年3月1日');
  await form.getByLabel('人口登记').check();
  await form.getByLabel('交给哪个单位').fill('社区学校');
  await form.getByLabel('做什么用').fill('入学报名');
  expect(await faults(page)).toEqual([]);
  const issued = await answered(page, '/api/v1/certificates', () =>
    page.keyboard.press('Control+Enter'),
  );
  // This committee's head has ruled that it is issued here, so nobody is asked again.
  expect(issued).toMatchObject({ caseId: opened.id, status: 'issued', number: NUMBER });

  const head = await signedIn(browser, product.url, 'head');
  await head.getByRole('link', { name: '情况说明' }).first().click();
  await head.getByRole('button', { name: '看内容' }).click();
  const approved = await answered(head, '/events', () =>
    head.getByRole('button', { name: '同意出具' }).click(),
  );
  expect(approved).toMatchObject({ status: 'issued', number: NUMBER });
  expect(await faults(head)).toEqual([]);
}, 120_000);
