// How long from a key to the picture of the next step at the desk, on a computer four times slower than this one.
// `npm run -s measure -w @qzt/e2e`: prints one JSON object last, milliseconds. For people, not a test: times are not asserted.

import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { filled, startProduct } from '../product.ts';
import { signedIn } from '../signed-in.ts';

const SLOWER = 4;
const ROUNDS = 10;

/** Runs in the page: from the next key stroke to the frame after the one in which `seen` holds. */
const WATCH = `window.untilSeen = (seen) => new Promise((done) => {
  window.addEventListener('keydown', (event) => {
    const began = event.timeStamp;
    const look = () => {
      if (seen()) requestAnimationFrame((at) => done(Math.max(at, performance.now()) - began));
      else if (performance.now() - began > 5000) done(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true });
})`;

const shows = (text: string): string =>
  `() => document.body.innerText.includes(${JSON.stringify(text)})`;

/** Presses a key and says how long it took until the page answers the question. */
async function timed(page: Page, key: string, seen: string): Promise<number> {
  await page.evaluate(`void (window.mine = window.untilSeen(${seen}))`);
  await page.keyboard.press(key);
  const took = (await page.evaluate('window.mine')) as number | null;
  if (took === null) throw new Error(`${key}: the page did not follow (${seen})`);
  return took;
}

const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

/** What an input method has committed, and letters typed behind it. */
const COMMITTED = '我想补办一张敬老卡';
const LETTERS = 'abcdefgh';

/** One resident, from the first letter to the next one: the time of each step. */
async function round(page: Page, note: (step: string, ms: number) => void): Promise<void> {
  await page.keyboard.insertText(COMMITTED);
  let typed = COMMITTED;
  for (const letter of LETTERS) {
    typed += letter;
    const seen = `() => document.activeElement.value === ${JSON.stringify(typed)}`;
    note('letter', await timed(page, letter, seen));
    await wait(60);
  }
  await page.getByRole('option').nth(2).waitFor();
  await wait(400);
  note(
    'down',
    await timed(
      page,
      'ArrowDown',
      '() => document.querySelectorAll("[role=option]")[1].ariaSelected === "true"',
    ),
  );
  note('pick', await timed(page, 'Alt+1', shows('办的是')));
  await page.keyboard.type('3/502');
  await page.getByRole('option', { selected: true }).getByText('3号楼502').waitFor();
  await wait(200);
  note('resident', await timed(page, 'Enter', shows('换一位')));
  await wait(400);
  note('settle', await timed(page, 'F2', shows('已当场办结')));
  note('next', await timed(page, 'Escape', `() => !(${shows('已当场办结')})()`));
  await wait(600);
}

const product = await startProduct();
const browser = await launchBrowser();
try {
  await filled(product);
  const page = await signedIn(browser, product.url, 'worker');
  await page.evaluate(WATCH);
  const times = new Map<string, number[]>();
  const note = (step: string, ms: number): void => {
    times.set(step, [...(times.get(step) ?? []), ms]);
  };
  await round(page, () => undefined);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (let done = 0; done < ROUNDS; done += 1) await round(page, note);
  const all = [...times.values()].flat();
  const steps = Object.fromEntries(
    [...times].map(([step, ms]) => [step, { p50: percentile(ms, 0.5), p95: percentile(ms, 0.95) }]),
  );
  console.log(
    JSON.stringify({
      slower: SLOWER,
      keys: all.length,
      p50: percentile(all, 0.5),
      p95: percentile(all, 0.95),
      steps,
    }),
  );
} finally {
  await browser.close();
  await product.stop();
}
