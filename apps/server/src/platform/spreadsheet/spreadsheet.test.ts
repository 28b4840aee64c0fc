import { expect, test } from 'vitest';
import { type Sheet, spreadsheet } from './index.ts';
import { unzipped } from './testing/unzipped.ts';

const sheetOf = (rows: Sheet['rows']): Sheet => ({
  name: '首问接待登记',
  head: ['林云居委会', '用途:核对'],
  columns: [
    { title: '什么事', width: 30 },
    { title: '趟数', width: 6 },
    { title: '时间', width: 16 },
  ],
  rows,
});

async function made(rows: Sheet['rows']): Promise<{ cells: string; words: string }> {
  const files = unzipped(await spreadsheet(sheetOf(rows)));
  return {
    cells: files.get('xl/worksheets/sheet1.xml') ?? '',
    words: files.get('xl/sharedStrings.xml') ?? '',
  };
}

const cell = (cells: string, address: string): string =>
  new RegExp(`<c r="${address}"[^>]*>.*?</c>`).exec(cells)?.[0] ?? '';

test('what begins like a formula stays the words that were said', async () => {
  const said = [
    '=1+1',
    '+8621',
    '-1',
    '@SUM(A1)',
    '\t=HYPERLINK("http://x")',
    '=cmd|" /C calc"!A0',
  ];
  const { cells, words } = await made(said.map((text) => [text, null, null]));
  expect(cells).not.toContain('<f');
  for (const [index, text] of said.entries()) {
    expect(cell(cells, `A${index + 4}`)).toContain('t="s"');
    expect(words).toContain(`>${text}</t>`);
  }
});

test('a number is a number and an instant a date on the clocks of Shanghai', async () => {
  const { cells } = await made([['借伞', 2, new Date('2026-11-24T14:30:00+08:00')]]);
  expect(cell(cells, 'B4')).not.toContain('t="s"');
  expect(cell(cells, 'B4')).toContain('<v>2</v>');
  const serial = Number(/<v>(.*?)<\/v>/.exec(cell(cells, 'C4'))?.[1]);
  // Days since 30 December 1899, as every spreadsheet counts them.
  const days = (Date.UTC(2026, 10, 24, 14, 30) - Date.UTC(1899, 11, 30)) / 86_400_000;
  expect(serial).toBeCloseTo(days, 6);
});

test('rare characters, markup, control characters and text without end do no harm', async () => {
  const { cells, words } = await made([
    ['㛃𠅤<b>&</b>\u0000\u0007', null, null],
    ['长'.repeat(100_000), null, null],
  ]);
  expect(words).toContain('㛃𠅤&lt;b&gt;&amp;&lt;/b&gt;');
  expect(words).not.toContain('\u0007');
  expect(words).toContain('长'.repeat(32_767));
  expect(words).not.toContain('长'.repeat(32_768));
  expect(cell(cells, 'A5')).toContain('t="s"');
});

test('the titles stay in place above the lines', async () => {
  const { cells, words } = await made([['借伞', 1, null]]);
  expect(cells).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
  expect(cells).toContain('orientation="landscape"');
  expect(words.indexOf('什么事')).toBeGreaterThan(words.indexOf('用途'));
});
