import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchProfile } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { signIn } from './signed-in.ts';

let product: Product;
const profile = mkdtempSync(join(tmpdir(), 'qzt-profile-'));
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(async () => {
  await product.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

test('an unfinished entry outlives the death of the browser: words, item and who it was for', async () => {
  const before = await launchProfile(profile);
  const page = await signIn(before.context, product.url, 'worker');
  await page.getByLabel('说的话').fill('我儿媳怀孕了,想办一张孕妇联系单');
  await page.getByRole('option', { selected: true }).getByText('孕妇联系单').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '怀孕证明' }).check();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('她住在3号楼');
  // What Chromium keeps of a page is written to the disk within seconds; the last words may be younger than that.
  await page.waitForTimeout(6_000);
  await before.kill();

  const after = await launchProfile(profile);
  const again = await signIn(after.context, product.url, 'worker');
  await again.getByRole('button', { name: '接着写' }).click();
  expect(await again.getByLabel('说的话').inputValue()).toBe('她住在3号楼');
  expect(await again.getByRole('checkbox', { name: '怀孕证明' }).isChecked()).toBe(true);
  await again.getByText('我儿媳怀孕了,想办一张孕妇联系单').waitFor();
  await after.kill();
}, 90_000);
