import { expect, test } from 'vitest';
import { changed, filterOf, onSheet, periodIn, readSearch } from './register-search.ts';

test('an address is read as far as it is understood; what is not leaves the page as it is', () => {
  expect(
    readSearch({ sheet: 'urgent', period: 'week', channel: 'fax', item: 'BJM-005', q: '王晓' }),
  ).toEqual({ sheet: 'urgent', period: 'week', item: 'BJM-005' });
  expect(readSearch({ sheet: 'ranking', from: 7, committee: 'x', trips: 'more' })).toEqual({
    trips: 'more',
  });
});

test('own days count before a named period; in the wrong order they do not', () => {
  const today = '2026-11-24';
  const week = { from: '2026-11-23', to: '2026-11-30' };
  expect(periodIn({ period: 'week' }, today)).toEqual(week);
  expect(periodIn({}, today)).toEqual({ from: '2026-11-01', to: '2026-12-01' });
  const own = { from: '2026-03-01', to: '2026-04-01' };
  expect(periodIn({ ...own, period: 'week' }, today)).toEqual(own);
  expect(periodIn({ from: own.to, to: own.from, period: 'week' }, today)).toEqual(week);
  expect(filterOf({ ...own, status: 'late', sheet: 'urgent' }, today)).toEqual({
    ...own,
    status: 'late',
  });
});

test('a change adds, replaces and takes away', () => {
  expect(
    changed({ sheet: 'urgent', channel: 'desk' }, { channel: undefined, item: 'other' }),
  ).toEqual({
    sheet: 'urgent',
    item: 'other',
  });
});

test('another sheet keeps the time, and of the filter what means something there', () => {
  const search = { period: 'week', channel: 'desk', item: 'other', status: 'late' } as const;
  expect(onSheet(search, 'urgent')).toEqual({
    sheet: 'urgent',
    period: 'week',
    channel: 'desk',
    item: 'other',
  });
  expect(onSheet(search, 'loan')).toEqual({ sheet: 'loan', period: 'week' });
});
