import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawnBy } from '../../apps/server/src/platform/document/cmap.ts';

const FOLDER = new URL('./', import.meta.url);
const NAMES = ['qzt-rare.ttf', 'qzt-sans.otf', 'qzt-strong.otf'];

const drawn = (name: string): ((character: string) => boolean) => {
  const ranges = drawnBy(readFileSync(new URL(name, FOLDER)));
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => from <= code && code <= to);
  };
};

const block = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** The double-byte part of GB 18030, by the decoder of the runtime. */
function basicBlockOfGb18030(): string[] {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const found: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (/\p{Unified_Ideograph}/u.test(character)) found.push(character);
    }
  return found;
}

test('every font of the folder is named in its source and in its licence', () => {
  const files = readdirSync(FOLDER).filter((name) => /\.(otf|ttf)$/.test(name));
  expect(files.sort()).toEqual(NAMES);
  for (const document of ['SOURCE.md', 'OFL.txt'])
    for (const name of NAMES)
      expect(readFileSync(new URL(document, FOLDER), 'utf8')).toContain(name);
});

test('the fonts together stay small enough to be cloned without a thought', () => {
  const bytes = NAMES.reduce((sum, name) => sum + statSync(new URL(name, FOLDER)).size, 0);
  expect(bytes).toBeLessThan(12_000_000);
});

test('the text font draws all Han characters of GB 18030 that stand in two bytes, and the rare names', () => {
  const draws = drawn('qzt-sans.otf');
  const basic = basicBlockOfGb18030();
  expect(basic.length).toBeGreaterThan(20_000);
  expect(basic.filter((character) => !draws(character))).toEqual([]);
  expect([...'㛃𠅤㐀䶵'].every(draws)).toBe(true);
});

test('the text font draws the unified block and its first extension up to Unicode 3.0', () => {
  const draws = drawn('qzt-sans.otf');
  const missing = [...block(0x4e00, 0x9fa5), ...block(0x3400, 0x4db5)].filter((one) => !draws(one));
  expect(missing).toEqual([]);
});

test('the strong font draws what headings need', () => {
  const draws = drawn('qzt-strong.otf');
  expect([...'一次告知单材料收据办件号断电应急卡断网包0123456789,。()'].every(draws)).toBe(true);
});
