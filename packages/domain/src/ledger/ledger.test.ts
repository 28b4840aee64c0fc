import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDay, dayNumber, localDate, weekday } from '../shared/index.ts';
import {
  columnsOf,
  countTrips,
  countTripsByItem,
  instantsOf,
  isSettled,
  journeysOfContact,
  lastDayOf,
  loanText,
  minutesBetween,
  outcomeText,
  PERIOD_NAMES,
  paperColumns,
  periodOf,
  REGISTERS,
  type RegisterLine,
  shareText,
  type TripGroup,
} from './index.ts';

const days = fc
  .integer({ min: dayNumber('1995-01-01'), max: dayNumber('2090-01-01') })
  .map(dateOfDay);

test('a period holds the day that it was named after, and the next one begins where it ends', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...PERIOD_NAMES), (today, name) => {
      const { from, to } = periodOf(name, today);
      expect(from <= today && today < to).toBe(true);
      expect(periodOf(name, to).from).toBe(to);
      expect(periodOf(name, lastDayOf({ from, to }))).toEqual({ from, to });
    }),
  );
});

test('weeks begin on Monday and last seven days, months and quarters on the first', () => {
  expect(periodOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-30' });
  expect(periodOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
  expect(periodOf('quarter', '2026-11-24')).toEqual({ from: '2026-10-01', to: '2027-01-01' });
  expect(periodOf('quarter', '2026-05-31')).toEqual({ from: '2026-04-01', to: '2026-07-01' });
  expect(periodOf('year', '2028-02-29')).toEqual({ from: '2028-01-01', to: '2029-01-01' });
  fc.assert(
    fc.property(days, (today) => {
      const { from, to } = periodOf('week', today);
      expect(weekday(from)).toBe(1);
      expect(addDays(from, 7)).toBe(to);
    }),
  );
});

test('a period is half-open on the clocks of Shanghai, and must not be empty', () => {
  const { from, to } = instantsOf({ from: '2026-11-24', to: '2026-11-25' });
  expect([from, to]).toEqual(['2026-11-24T00:00:00+08:00', '2026-11-25T00:00:00+08:00']);
  expect(localDate(from)).toBe('2026-11-24');
  for (const wrong of ['2026-11-24', '2026-11-23', '2026-02-30', ''])
    expect(() => instantsOf({ from: '2026-11-24', to: wrong })).toThrow('invalid-input');
});

const groups = fc.array(
  fc.record({
    item: fc.option(fc.constantFrom('BJM-001', 'BJM-002', 'LJL-003')),
    journeys: fc.integer({ min: 0, max: 5 }),
    matters: fc.integer({ min: 1, max: 50 }),
  }),
);

test('every settled matter is counted once, in all and in its item', () => {
  fc.assert(
    fc.property(groups, (given: TripGroup[]) => {
      const all = countTrips(given);
      const sum = given.reduce((total, { matters }) => total + matters, 0);
      expect(all.matters).toBe(sum);
      expect(all.none + all.one + all.more).toBe(sum);
      const items = countTripsByItem(given);
      expect(items.reduce((total, { trips }) => total + trips.matters, 0)).toBe(sum);
      expect(new Set(items.map(({ item }) => item)).size).toBe(items.length);
      expect(all.share).toBe(sum === 0 ? null : (all.none + all.one) / sum);
    }),
  );
});

test('the share is of what was settled within one trip; below thirty it is not enough; never rounded up to all', () => {
  const of = (one: number, more: number) =>
    countTrips([
      { journeys: 1, matters: one },
      { journeys: 2, matters: more },
    ]);
  expect(of(29, 0).enough).toBe(false);
  expect(of(29, 1)).toMatchObject({ enough: true, share: 29 / 30 });
  expect(shareText(of(999, 1))).toBe('99%');
  expect(shareText(of(30, 0))).toBe('100%');
  expect(shareText(countTrips([]))).toBe('—');
});

test('what is on no list comes last, whatever its number', () => {
  const items = countTripsByItem([
    { item: null, journeys: 1, matters: 99 },
    { item: 'BJM-002', journeys: 1, matters: 2 },
    { item: 'BJM-001', journeys: 0, matters: 1 },
    { item: 'BJM-001', journeys: 2, matters: 3 },
  ]);
  expect(items.map(({ item, trips }) => [item, trips.matters])).toEqual([
    ['BJM-001', 4],
    ['BJM-002', 2],
    [null, 99],
  ]);
});

test('an answer settles a matter; withdrawn, refused, handed away and double ones say nothing of trips', () => {
  expect(isSettled('answered', null)).toBe(true);
  for (const ending of ['settled', 'confirmed', 'unconfirmed'] as const)
    expect(isSettled('closed', ending)).toBe(true);
  for (const ending of ['transferred', 'refused', 'withdrawn', 'duplicate'] as const)
    expect(isSettled('closed', ending)).toBe(false);
  expect(isSettled('contested', null)).toBe(false);
});

test('a contact without a note costs a trip at the desk alone', () => {
  expect(journeysOfContact('desk', null)).toBe(1);
  expect(journeysOfContact('phone', null)).toBe(0);
  expect(journeysOfContact('desk', 3)).toBe(3);
});

test('begun minutes count in full, and a call is not earlier than the matter', () => {
  const from = '2026-11-24T10:00:00+08:00';
  expect(minutesBetween(from, '2026-11-24T10:01:01+08:00')).toBe(2);
  expect(minutesBetween(from, from)).toBe(0);
  expect(minutesBetween(from, '2026-11-24T09:59:00+08:00')).toBe(0);
  expect(minutesBetween(from, null)).toBeNull();
});

const line: RegisterLine = {
  id: 'a',
  number: '261124-000001',
  committee: { id: 'c', name: '林云居委会' },
  at: '2026-11-24T10:00:00+08:00',
  enteredLate: true,
  confidential: false,
  channel: 'desk',
  who: '张*',
  onBehalfOf: '代 王*(女儿)',
  phone: '138****0001',
  door: '3号楼502室',
  words: '=1+1',
  item: null,
  materials: [{ name: '身份证', copies: 1 }],
  firstAsked: { id: 'w', name: '孙晓梅' },
  handler: { name: '孙晓梅', org: '林云居委会' },
  promisedBy: null,
  outcome: 'case',
  status: 'accepted',
  ending: null,
  late: true,
  closedAt: null,
  rating: { score: 3, of: 3 },
  journeys: 1,
  caseId: 'k',
  urgentSince: null,
  firstCallAt: null,
  firstStepAt: null,
  certificates: [],
  loan: { thing: '轮椅', count: 2, returned: 1, state: 'out' },
};

test('a thing that is out says how much of it is back, and that it is late', () => {
  expect(loanText(line)).toBe('借出未还,已还 1,已超时');
  expect(
    loanText({ loan: { thing: '伞', count: 1, returned: 1, state: 'returned' }, late: false }),
  ).toBe('已还');
  expect(loanText({ loan: null, late: false })).toBe('');
});

test('the outcome says where a matter stands, in every case', () => {
  expect(outcomeText(line)).toBe('办理中,已超时');
  expect(outcomeText({ ...line, status: 'closed', ending: 'confirmed', late: false })).toBe(
    '居民已确认',
  );
  expect(outcomeText({ ...line, status: null, outcome: 'advice' })).toBe('已解答');
  expect(outcomeText({ ...line, status: null, outcome: 'case' })).toBe('答应办,还没登记办件');
});

const cellsOf = (register: (typeof REGISTERS)[number], persons: boolean) =>
  columnsOf(register, { persons, committees: false }).map(({ cell }) => cell(line));

test.each(REGISTERS)('without persons no cell of the %s register tells of one', (register) => {
  const said = JSON.stringify(cellsOf(register, false));
  for (const personal of ['张*', '王*', '138', '502', '=1+1', '3/3'])
    expect(said).not.toContain(personal);
  expect(JSON.stringify(cellsOf(register, true))).toContain('张* 代 王*(女儿)');
});

test('minutes to the first call count from when it became urgent', () => {
  const urgent = {
    ...line,
    urgentSince: '2026-11-24T10:30:00+08:00',
    firstCallAt: '2026-11-24T10:31:05+08:00',
  };
  const call = columnsOf('urgent', { persons: true, committees: false }).find(
    ({ key }) => key === 'firstCall',
  );
  expect(call?.cell(urgent)).toBe(2);
  expect(call?.cell({ ...urgent, urgentSince: null })).toBe(32);
});

test('the committee has its column where there are several, and words stay words', () => {
  const titles = (committees: boolean) =>
    columnsOf('reception', { persons: true, committees }).map(({ title }) => title);
  expect(titles(true)).toContain('居委会');
  expect(titles(false)).not.toContain('居委会');
  expect(cellsOf('reception', true)).toContain('=1+1');
  expect(cellsOf('reception', true)).toContain('窗口,补记');
});

test.each(REGISTERS)('every column of the %s register has its place on paper', (register) => {
  const columns = columnsOf(register, { persons: true, committees: true });
  const onPaper = paperColumns(columns);
  expect(onPaper.flatMap(({ title }) => title.split('\n')).sort()).toEqual(
    columns.map(({ title }) => title).sort(),
  );
  expect(onPaper.flatMap(({ cells }) => cells(line))).toHaveLength(columns.length);
});
