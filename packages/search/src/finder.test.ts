import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFinder } from './finder.ts';
import { longestQuery } from './normalise.ts';
import { catalogueItems } from './testing/catalogue.ts';

const finder = buildFinder(catalogueItems);
const firstOf = (words: string) => finder.find(words).hits[0]?.code;

test('the seed’s own sentence finds the pregnancy card, with confidence', () => {
  const answer = finder.find('我儿媳怀孕了,想办一张孕妇联系单');
  expect(answer.hits[0]?.code).toBe('BJM-023');
  expect(answer.confident).toBe(true);
});

test('every item is first and certain by its own name, also where another name holds it', () => {
  const missed = catalogueItems.filter(({ code, name }) => {
    const [first] = finder.find(name).hits;
    return first?.code !== code || first.score !== 1;
  });
  expect(missed.map((item) => item.name)).toEqual([]);
});

test('every phrasing that the catalogue knows finds its item first', () => {
  const missed = catalogueItems.flatMap(({ code, phrasings }) =>
    phrasings.filter((words) => firstOf(words) !== code),
  );
  expect(missed).toEqual([]);
});

test.each([
  ['changhuxian', 'BJM-004'],
  ['yunfu lianxidan', 'BJM-023'],
  ['yflxd', 'BJM-023'],
  ['孕付联系单', 'BJM-023'],
  ['孕婦聯繫單', 'BJM-023'],
  ['DIBAO', 'BJM-015'],
])('%s finds %s: pinyin, first letters, slips and traditional characters', (words, code) => {
  expect(firstOf(words)).toBe(code);
});

test('where two items fit alike, the dangerous one goes first', () => {
  const twins = ['calm', 'danger', 'calm too'].map((code) => ({
    code,
    name: '煤气味道',
    kind: 'contactless',
    phrasings: [],
    ...(code === 'danger' ? { urgent: true } : {}),
  }));
  expect(
    buildFinder(twins)
      .find('煤气')
      .hits.map((hit) => hit.code),
  ).toEqual(['danger', 'calm', 'calm too']);
});

test('the limit bounds the hits and never the confidence', () => {
  expect(finder.find('低保').hits).toHaveLength(3);
  expect(finder.find('低保', 1).hits).toHaveLength(1);
  expect(finder.find('低保', 0)).toEqual({ hits: [], confident: true });
  expect(finder.find('低保', Number.NaN).hits).toEqual([]);
});

test('nothing said, nothing found', () => {
  for (const words of ['', '   ', '?!。', 'a'])
    expect(finder.find(words)).toEqual({ hits: [], confident: false });
  expect(buildFinder([]).find('低保')).toEqual({ hits: [], confident: false });
});

test('what comes after the longest query does not count, however long it is', () => {
  const start = '我想问一下低保怎么申请'.padEnd(longestQuery, '好');
  expect(finder.find(start + '轮椅'.repeat(500_000))).toEqual(finder.find(start));
});

test('any string is answered: scores within 0 and 1, best first, the same each time', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...'低保敬老卡怎么办abc1 ,。')).map((letters) => letters.join('')),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: -2, max: 200 }), (said, limit) => {
      const { hits, confident } = finder.find(said, limit);
      const scores = hits.map((hit) => hit.score);
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(new Set(hits.map((hit) => hit.code)).size).toBe(hits.length);
      expect(finder.find(said, limit)).toEqual({ hits, confident });
    }),
  );
});
