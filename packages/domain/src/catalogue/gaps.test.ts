import { expect, test } from 'vitest';
import { gapsOf, isPlaceholder } from './index.ts';

const details = {
  steps: ['一'],
  script: ['二'],
  forWhom: '居民',
  fee: '不收费',
  places: [{ name: '本居委会接待台' }],
  closing: '好了',
  standing: 'official-local',
} as const;
const phrasings = ['甲', '乙', '丙'];

test('an item that an authority wrote and somebody filled in lacks nothing', () => {
  expect(gapsOf({ standing: 'official-local', phrasings, details })).toEqual([]);
});

test('what is missing or unconfirmed is named, the most weighty first', () => {
  expect(
    gapsOf({
      standing: 'reconstructed',
      checkFirst: true,
      phrasings: ['甲'],
      details: {
        ...details,
        fee: ' ',
        places: [{ name: '街道窗口(地址待街道填写)' }],
        standing: 'composed',
      },
    }),
  ).toEqual([
    'rule-unconfirmed',
    'check-first',
    'place-open',
    'text-composed',
    'text-missing',
    'few-phrasings',
  ]);
});

test('a placeholder reads as one, a real place does not', () => {
  expect(isPlaceholder('就诊医院医保窗口(名称待居民提供)')).toBe(true);
  expect(isPlaceholder('等待区旁的窗口')).toBe(false);
});
