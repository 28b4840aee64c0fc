import { afterAll, beforeAll, expect, test } from 'vitest';
import { Press } from './index.ts';
import { pdfText } from './testing/pdf-text.ts';

const PLAIN = new URL('./testing/plain.typ', import.meta.url);

let press: Press;
beforeAll(() => {
  press = new Press();
});
afterAll(() => press.close());

const print = (text: string) => press.print({ template: PLAIN, data: { size: 'a4', text } });

test('rare characters of names are printed as they are', async () => {
  const { pdf, missing } = await print('王㛃、李𠅤、䶮');
  expect(missing).toEqual([]);
  expect((await pdfText(pdf)).join('')).toBe('王㛃、李𠅤、䶮王㛃、李𠅤、䶮');
});

test('signs that Typst reads as orders are printed literally', async () => {
  const text =
    '办#panic("x")件#read("/etc/passwd")号$x^2$\\`raw`一*b*_i_@ref<lab>次//c/*d*/告=h--~"q"\'s\'{[(知';
  const { pdf } = await print(text);
  expect((await pdfText(pdf)).join('')).toBe(text + text);
});

test('a character that no font draws becomes a line to write on, is named on the page and told to the caller', async () => {
  const { pdf, missing } = await print('王\u{31351}芳');
  expect(missing).toEqual(['U+31351']);
  const page = (await pdfText(pdf)).join('');
  expect(page).toContain('王＿芳');
  expect(page).toContain('横线“＿”处的字本机字库没有（U+31351），请在线上手写。');
});

test('marks without a form leave no trace, line ends stay line ends', async () => {
  const { pdf, missing } = await print('甲\u202e乙\u{e0100}\ufe0f\r\n丙\u0000\u0007丁');
  expect(missing).toEqual([]);
  expect((await pdfText(pdf)).join('')).toBe('甲乙丙丁甲乙丙丁');
});

test('a hundred thousand characters are set in full, Chinese and a word that never ends', async () => {
  for (const text of ['办'.repeat(100_000), 'W'.repeat(100_000)]) {
    const { pdf, pages } = await print(text);
    const said = await pdfText(pdf);
    expect(said).toHaveLength(pages);
    const letters = said.join('').replace(/第\d+页，共\d+页/g, '');
    expect(letters.length).toBe(2 * text.length);
  }
});

test('the same order gives the same bytes, whatever was printed between', async () => {
  const first = await print('同一张纸');
  await print('另一张纸');
  const again = await print('同一张纸');
  expect(first.pdf.equals(again.pdf)).toBe(true);
  expect(again.pdf.toString('latin1')).not.toMatch(/CreationDate|另/);
});

test('a page made while practising says on every sheet that it does not count', async () => {
  const order = { template: PLAIN, data: { size: 'a5', text: '练'.repeat(2_000) } };
  const { pdf } = await press.print({ ...order, practice: true });
  const practised = await pdfText(pdf);
  expect(practised.length).toBeGreaterThan(1);
  for (const page of practised) expect(page.match(/演练不作数/g)).toHaveLength(2);
  expect((await pdfText((await press.print(order)).pdf)).join('')).not.toContain('不作数');
});

test('many at once are all set; beyond a bound the next is asked to wait', async () => {
  const own = new Press();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, index) =>
      own.print({ template: PLAIN, data: { size: 'a5', text: `第${index}张` } }),
    ),
  );
  const refused = outcomes.filter((one) => one.status === 'rejected');
  expect(refused.length).toBe(20);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'slow-down' });
  const printed = outcomes.filter((one) => one.status === 'fulfilled');
  expect(printed.every(({ value }) => value.pages === 1)).toBe(true);
  await own.close();
});

test('a template that cannot be set is a fault of ours, and the next page is printed all the same', async () => {
  await expect(
    press.print({ template: new URL('./testing/none.typ', import.meta.url), data: {} }),
  ).rejects.toThrow('none.typ');
  expect((await print('还能印')).pages).toBe(1);
});

test('a press that was closed takes no orders', async () => {
  const own = new Press();
  await own.print({ template: PLAIN, data: { size: 'a5', text: '一' } });
  await own.close();
  await expect(
    own.print({ template: PLAIN, data: { size: 'a5', text: '二' } }),
  ).rejects.toMatchObject({ code: 'not-ready' });
});
