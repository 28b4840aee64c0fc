import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import { context, MORNING, opened, stepBy } from './example-case.ts';
import { type CaseCommand, type CaseState, flagsOf } from './index.ts';

const at = (day: string, clock = '10:00') => `2026-${day}T${clock}:00+08:00`;
const ask: CaseCommand = {
  type: 'ask-materials',
  data: { materials: [{ name: '怀孕证明', copies: 1 }] },
};
const receive: CaseCommand = {
  type: 'receive-materials',
  data: { materials: [{ name: '怀孕证明', copies: 1 }] },
};
const answer: CaseCommand = { type: 'answer', data: { answer: '好了' } };
const accepted = (now = MORNING) => stepBy(opened(), 'sun', { type: 'accept' }, now);

test('first the accept-by time, then the limit counted from acceptance', () => {
  expect(opened()).toMatchObject({ dueAt: at('11-25', '17:30'), dueKind: 'accept' });
  expect(accepted(at('11-25'))).toMatchObject({
    dueAt: at('11-30', '17:30'),
    dueKind: 'limit',
    acceptedAt: at('11-25'),
  });
});

test('a matter on no list has the default limit; a limit of 0 is the same day', () => {
  const other = stepBy(opened(), 'sun', { type: 'accept' }, MORNING, {
    ...context,
    limitWorkingDays: null,
  });
  expect(other.dueAt).toBe(at('12-15', '17:30'));
  const atOnce = stepBy(opened(), 'sun', { type: 'accept' }, MORNING, {
    ...context,
    limitWorkingDays: 0,
  });
  expect(atOnce.dueAt).toBe(at('11-24', '17:30'));
});

test('while the resident owes materials the clock stands: the time stays, nobody is late', () => {
  const waiting = stepBy(accepted(), 'sun', ask, at('11-25'));
  expect(waiting).toMatchObject({
    dueAt: at('11-27', '17:30'),
    dueKind: 'resident',
    paused: { since: at('11-25'), why: 'materials' },
  });
  expect(flagsOf(waiting, at('12-20'))).toEqual([]);
  const running = stepBy(waiting, 'li', receive, at('11-30'));
  // Thursday, Friday and Monday began in the pause.
  expect(running).toMatchObject({ dueAt: at('12-02', '17:30'), dueKind: 'limit' });
  expect(running.paused).toBeUndefined();
  const sameDay = stepBy(stepBy(accepted(), 'sun', ask), 'resident', receive, at('11-24', '16:00'));
  expect(sameDay.dueAt).toBe(at('11-27', '17:30'));
});

test('two pauses add up', () => {
  const first = stepBy(stepBy(accepted(), 'sun', ask), 'li', receive, at('11-25'));
  const second = stepBy(stepBy(first, 'sun', ask, at('11-26')), 'li', receive, at('11-27'));
  expect(second.dueAt).toBe(at('12-01', '17:30'));
});

const extend = (until: string): CaseCommand => ({
  type: 'extend',
  data: { until, reason: '等鉴定', approvedBy: '张主任' },
});

test('an extension until a date ends with that day’s hours; a time of day stays as agreed', () => {
  const byDate = stepBy(accepted(), 'head', extend('2026-12-04'));
  expect(byDate).toMatchObject({ dueAt: at('12-04', '17:30'), dueKind: 'limit', extended: true });
  expect(stepBy(accepted(), 'head', extend('2026-12-05')).dueAt).toBe(at('12-07', '17:30'));
  expect(stepBy(accepted(), 'head', extend(at('12-04', '12:00'))).dueAt).toBe(at('12-04', '12:00'));
  const paused = stepBy(stepBy(byDate, 'sun', ask, at('12-02')), 'li', receive, at('12-03'));
  expect(paused.dueAt).toBe(at('12-07', '17:30'));
});

test.each(['2026-11-27', '2026-11-20', '2026-11-27T17:30:00+08:00', '2026-02-30', 'bald'])(
  'an extension until %s is refused: not later than what holds',
  (until) => {
    expect(() => stepBy(accepted(), 'head', extend(until))).toThrow(DomainError);
  },
);

test('an extension during a pause counts the pause from then on', () => {
  const waiting = stepBy(accepted(), 'sun', ask, at('11-25'));
  const extended = stepBy(waiting, 'head', extend('2026-12-04'), at('11-30'));
  expect(extended).toMatchObject({ dueAt: at('12-04', '17:30'), dueKind: 'resident' });
  expect(stepBy(extended, 'li', receive, at('12-01')).dueAt).toBe(at('12-07', '17:30'));
});

test('an answer ends what is due; a contest and a reopening start the limit anew', () => {
  const answered = stepBy(accepted(), 'sun', answer, at('11-26'));
  expect(answered).toMatchObject({
    dueAt: null,
    dueKind: null,
    answeredAt: at('11-26'),
    silenceUntil: at('12-03', '17:30'),
  });
  const contested = stepBy(answered, 'resident', { type: 'contest', note: '不对' }, at('12-01'));
  expect(contested).toMatchObject({
    dueAt: at('12-04', '17:30'),
    dueKind: 'limit',
    answeredAt: null,
  });
  const closed = stepBy(answered, 'job', { type: 'close' }, at('12-03', '17:30'));
  expect(closed).toMatchObject({
    status: 'closed',
    ending: 'unconfirmed',
    reopenUntil: '2027-01-02',
  });
  const again = stepBy(closed, 'resident', { type: 'reopen', note: '没好' }, at('12-07'));
  expect(again).toMatchObject({ status: 'accepted', ending: null, dueAt: at('12-10', '17:30') });
  expect(flagsOf(again, at('12-07'))).toEqual(['reopened']);
});

test('an extension that a head agreed to outlives an answer that was contested', () => {
  const extended = stepBy(accepted(), 'head', extend('2026-12-18'));
  const answered = stepBy(extended, 'sun', answer, at('11-26'));
  const contested = stepBy(answered, 'resident', { type: 'contest', note: '不对' }, at('11-27'));
  expect(contested.dueAt).toBe(at('12-18', '17:30'));
});

test('what is due and past is late; a year without a calendar is flagged', () => {
  expect(flagsOf(accepted(), at('11-27', '17:30'))).toEqual([]);
  expect(flagsOf(accepted(), '2026-11-27T17:30:01+08:00')).toEqual(['late']);
  const newYear: CaseState = accepted(at('12-31'));
  expect(newYear.uncertainDue).toEqual({ years: [2027] });
  expect(flagsOf(newYear, at('12-31'))).toEqual(['calendar-unknown']);
});
