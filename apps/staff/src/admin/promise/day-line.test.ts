import { expect, test } from 'vitest';
import { differences } from './day-line.ts';

const day = (date: string, name: string, kind: 'holiday' | 'makeUpWorkday' = 'holiday') => ({
  date,
  kind,
  name,
});

test('what differs between two versions of a year is named by its date, and nothing else', () => {
  const kept = day('2027-01-01', '元旦');
  const stored = [day('2027-10-01', '国庆节'), kept, day('2027-05-01', '劳动节')];
  const typed = [kept, day('2027-05-01', '五一'), day('2027-02-07', '春节', 'makeUpWorkday')];
  expect(differences(stored, typed)).toEqual([
    { date: '2027-02-07', stored: null, typed: typed[2] },
    { date: '2027-05-01', stored: stored[2], typed: typed[1] },
    { date: '2027-10-01', stored: stored[0], typed: null },
  ]);
  expect(differences(stored, stored.toReversed())).toEqual([]);
  expect(differences([kept], [{ ...kept, kind: 'makeUpWorkday' }])).toHaveLength(1);
});
