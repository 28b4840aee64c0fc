import { expect, test } from 'vitest';
import { type Cards, recogniser } from './recognise.ts';

const view = (code: string, name: string) => ({
  code,
  name,
  standing: 'composed',
  ask: [],
  firstMinute: [],
  calls: [],
  mustNot: [],
  tell: [],
  report: 'none' as const,
  confidential: false,
});
const cards: Cards = {
  dangers: [view('gas', '燃气泄漏'), view('help', '可能有危险')],
  numbers: [],
  recognition: {
    dangers: [{ code: 'gas', signs: ['煤气 漏'], past: false }],
    harmless: { phrases: ['煤气费'], purposes: [], subjects: [], past: [], negations: [], now: [] },
    leanings: { bias: -1, grams: { 倒: 9 } },
  },
};

test('a sign shows its card, a leaning asks, and other words do neither', () => {
  const find = recogniser(cards);
  expect(find('', '煤气漏了')).toMatchObject({ danger: { code: 'gas' }, sure: true });
  expect(find('', '有人倒在那里')).toMatchObject({ danger: { code: 'help' }, sure: false });
  expect(find('', '煤气费怎么交')).toBeNull();
});

test('who it is, where and hardly a word ask nothing; what was said before still does', () => {
  const find = recogniser(cards);
  for (const box of ['倒', '张', '3/', '刘阿婆', '倒3号楼502', '13812345678'])
    expect(find('', box)).toBeNull();
  expect(find('有人倒在那里', '刘阿婆')).toMatchObject({ sure: false });
  expect(find('', '煤气漏')).toMatchObject({ sure: true });
});
