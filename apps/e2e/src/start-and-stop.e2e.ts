import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startProduct } from './product.ts';

test('a first start serves the desk to a browser, and SIGTERM ends it with nothing left', async () => {
  const product = await startProduct();
  try {
    const alive = await fetch(`${product.url}/healthz`);
    expect(alive.status).toBe(200);

    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const answer = await page.goto(`${product.url}/desk`);
      expect(answer?.status()).toBe(200);
      expect(await page.title()).toContain('全走通');
    } finally {
      await browser.close();
    }
  } finally {
    await product.stop();
  }
  expect(existsSync(dirname(product.dataDir))).toBe(false);
});
