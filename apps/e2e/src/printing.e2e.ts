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

/** A case of somebody with a name that fonts are proud of, as the desk registers it; its id. */
const registered = (page: Page, visitor: string): Promise<string> =>
  page.evaluate(async (name) => {
    const [encounterId, needId, id] = Array.from({ length: 3 }, () => crypto.randomUUID());
    const post = (path: string, body: object) =>
      fetch(`/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      });
    await post('encounters', {
      id: encounterId,
      channel: 'desk',
      startedAt: new Date().toISOString(),
      visitor: { name },
      needs: [{ id: needId, words: '想办孕妇联系单', outcome: 'case' }],
    });
    const made = await post('cases', {
      id,
      encounterId,
      needId,
      kind: 'application',
      serviceItem: 'BJM-023',
      title: '孕妇联系单',
    });
    if (made.status !== 201) throw new Error(await made.text());
    return id ?? '';
  }, visitor);

const opened = async (page: Page, visitor: string): Promise<void> => {
  const id = await registered(page, visitor);
  await page.goto(`${product.url}/desk?case=${id}`);
  await page.getByRole('button', { name: '打印一次告知单' }).waitFor();
};

/** As a browser whose viewer is switched off, or that lets no page print a PDF. */
async function withoutViewer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false });
  });
}

test('one press brings the notice to the print window, in a frame of the page and without a pop-up', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  const windows: unknown[] = [];
  page.context().on('page', (other) => windows.push(other));
  const refused: string[] = [];
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) refused.push(line.text());
  });
  await opened(page, '王㛃𠅤');
  await page.getByRole('button', { name: '打印一次告知单' }).click();
  await page.getByText('已交给打印窗口').waitFor();
  expect(await page.locator('#printed-paper').getAttribute('src')).toMatch(/^blob:/);
  expect(windows).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

test('where the browser cannot print, the paper is there to open and to save, and what must be written by hand is said', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await withoutViewer(page);
  await opened(page, '王\u{31351}芳');
  await page.getByRole('radio', { name: 'A5' }).click();
  await page.getByRole('button', { name: '打印一次告知单' }).click();
  await page.getByText('这个浏览器不能直接打印').waitFor();
  await page.getByText('有 1 个字打不出来(U+31351)').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await page.getByRole('link', { name: '打开这张纸' }).getAttribute('href')).toMatch(
    /notice\.pdf\?size=a5$/,
  );
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '存到电脑' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^一次告知单-\d{6}-\d{6}\.pdf$/);
  await page.context().close();
});

test('the kit for the hour without net is one press from the registers', async () => {
  const page = await signedIn(browser, product.url, 'worker');
  await withoutViewer(page);
  await page.goto(`${product.url}/desk/registers`);
  await page.getByRole('link', { name: '断网包' }).click();
  await page.getByRole('button', { name: '打印断网包' }).click();
  await page.getByRole('link', { name: '打开这张纸' }).waitFor();
  await page.getByText('打印过').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
