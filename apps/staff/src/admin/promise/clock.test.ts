import { expect, test } from 'vitest';
import { clockOf } from './clock.ts';

test('times are read as people type them', () => {
  for (const typed of ['830', '0830', '8:30', '08:30', ' 8:30 ', '8\uff1a30'])
    expect(clockOf(typed)).toBe('08:30');
  expect(clockOf('1730')).toBe('17:30');
});

test('what is no time stays for the person to mend', () => {
  for (const typed of ['25:00', '8:75', '八点', '', '8']) expect(clockOf(typed)).toBe(typed);
});
