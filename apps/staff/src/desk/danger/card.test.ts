import { expect, test } from 'vitest';
import { callsOf, leaveKey } from './card-keys.ts';
import { minutesSince, sinceText } from './minutes.ts';

const gas = {
  calls: [
    { code: 'gas', name: '燃气抢修', number: '962777', standing: 'unverified' },
    { code: 'fire', name: '火警', number: '119', standing: 'official-national' },
  ],
  tell: ['head', 'policeOfficer'],
} as const;
const danger = { calls: [...gas.calls], tell: [...gas.tell] };
const entry = (role: string, name: string, phone: string, more: object = {}) => ({
  role,
  name,
  phone,
  masked: false,
  shipped: false,
  ...more,
});

test('each call has its key, who helps before who must know, and leaving has the next one', () => {
  const calls = callsOf(danger, []);
  expect(calls.map(({ key, whom, number }) => [key, whom, number])).toEqual([
    ['1', 'gas', '962777'],
    ['2', 'fire', '119'],
    ['3', 'head', null],
    ['4', 'policeOfficer', null],
  ]);
  expect(leaveKey(calls)).toBe('5');
});

test('a number that nobody confirmed says so, until the committee enters its own', () => {
  expect(callsOf(danger, [])[0]).toMatchObject({ number: '962777', unsure: true });
  const book = [entry('gas', '林云燃气站', '021-55550000')];
  expect(callsOf(danger, book)[0]).toMatchObject({ number: '021-55550000', unsure: false });
  const shipped = [entry('gas', '燃气抢修', '962777', { shipped: true })];
  expect(callsOf(danger, shipped)[0]?.unsure).toBe(true);
});

test('head and police officer come from the telephone book, a masked number stays masked', () => {
  const book = [
    entry('head', '王书记', '138****0001', { masked: true }),
    entry('policeOfficer', '周警官', '021-55551111'),
  ];
  const [, , head, officer] = callsOf(danger, book);
  expect(head).toMatchObject({ label: '书记、主任 王书记', number: null });
  expect(officer).toMatchObject({ label: '社区民警 周警官', number: '021-55551111' });
});

test('minutes are whole and never negative', () => {
  const since = '2026-11-24T10:00:00+08:00';
  expect(minutesSince(since, new Date('2026-11-24T10:05:59+08:00'))).toBe(5);
  expect(minutesSince(since, new Date('2026-11-24T09:00:00+08:00'))).toBe(0);
});

test.each([
  [0, '刚刚'],
  [59, '59 分钟'],
  [65, '1 小时 05 分'],
  [3000, '2 天'],
])('%i minutes are said as %s', (minutes, text) => {
  expect(sinceText(minutes)).toBe(text);
});
