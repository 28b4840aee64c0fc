import { expect, test } from 'vitest';
import catalogue from '../../../../../content/catalogue/catalogue.json' with { type: 'json' };
import details from '../../../../../content/catalogue/details.json' with { type: 'json' };
import { readFile } from './read-file.ts';

const items = catalogue.map((item) => ({
  ...item,
  details: details[item.code as keyof typeof details],
}));
const file = { format: 'quanzoutong-catalogue', formatVersion: 1, items };

test('a whole catalogue is read, with the mark that some editors put in front', () => {
  expect(readFile(`\uFEFF${JSON.stringify(file)}`)).toHaveProperty('file');
});

test('what is wrong names the item and the field, and not all of a hundred at once', () => {
  expect(readFile('hello')).toMatchObject({ faults: [expect.stringContaining('.json')] });
  const bad = { ...file, items: items.map((item) => ({ ...item, limitWorkingDays: -1 })) };
  const { faults } = readFile(JSON.stringify(bad)) as { faults: string[] };
  expect(faults).toHaveLength(9);
  expect(faults[0]).toMatch(/^BJM-001 时限\(limitWorkingDays\):/);
  expect(faults[8]).toBe('还有 94 处');
});
