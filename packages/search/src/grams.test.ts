import { expect, test } from 'vitest';
import { gramsOf, runsOf } from './grams.ts';

test('a run of Han characters gives its characters and pairs, another word stays whole', () => {
  expect([...gramsOf('敬老卡 4050').keys()].sort()).toEqual(
    ['敬', '老', '卡', '敬老', '老卡', '4050'].sort(),
  );
});

test('pairs do not cross a gap, nor the border between scripts', () => {
  expect(runsOf('补卡 随申code')).toEqual(['补卡', '随申', 'code']);
  expect(gramsOf('补卡 随申').has('卡随')).toBe(false);
});

test('a turn of asking weighs less than a pair that names a matter', () => {
  const terms = gramsOf('低保怎么办');
  expect(terms.get('怎么')).toBeLessThan(terms.get('低保')!);
  expect(terms.get('么')).toBeLessThan(terms.get('保')!);
});

test('nothing asked gives no terms', () => {
  expect(gramsOf('').size).toBe(0);
});
