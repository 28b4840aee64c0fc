import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import { MORNING, opened, people, stepBy } from './example-case.ts';
import { allowedActions, callBy, flagsOf, maySeeCase } from './index.ts';

const LATER = '2026-11-24T10:04:00+08:00';

test('an urgent case runs an alarm from the moment it is registered', () => {
  const state = opened({ urgent: true, danger: 'gas' });
  expect(state.alarm).toEqual({ since: MORNING, danger: 'gas', calledAt: null });
  expect(opened({}).alarm).toBeUndefined();
});

test('a danger alone makes a case urgent', () => {
  expect(opened({ danger: 'fall' })).toMatchObject({ urgent: true, alarm: { danger: 'fall' } });
});

test('somebody has called by five minutes after; the first call ends that, the second changes nothing', () => {
  const state = opened({ urgent: true });
  expect(callBy(state)).toBe('2026-11-24T10:05:00+08:00');
  const call = { type: 'call', data: { whom: 'ambulance', number: '120' } } as const;
  const once = stepBy(state, 'li', call, LATER);
  expect(once.alarm?.calledAt).toBe(LATER);
  expect(callBy(once)).toBeUndefined();
  expect(stepBy(once, 'sun', call, '2026-11-24T10:20:00+08:00')).toEqual(once);
});

test('any case becomes urgent by a step of its handler, and is calmed with a reason', () => {
  const calm = opened({});
  const urgent = stepBy(calm, 'sun', { type: 'alarm', data: { danger: 'gas' } }, LATER);
  expect(urgent).toMatchObject({ urgent: true, alarm: { since: LATER, danger: 'gas' } });
  expect(() => stepBy(urgent, 'sun', { type: 'all-clear' })).toThrow(DomainError);
  const clear = stepBy(urgent, 'sun', { type: 'all-clear', note: '是邻居在烧菜' });
  expect(clear.urgent).toBe(false);
  expect(clear.alarm).toBeUndefined();
  expect(allowedActions(clear, people.sun, LATER)).toContain('alarm');
});

test('whoever neither handles it nor was first asked leaves the alarm alone', () => {
  const urgent = opened({ urgent: true });
  expect(allowedActions(urgent, people.li, LATER)).not.toContain('all-clear');
  expect(allowedActions(urgent, people.li, LATER)).toContain('call');
});

test('a danger that must be told to the police brings the duty and hides the case', () => {
  const told = stepBy(opened({}), 'sun', { type: 'alarm', data: { danger: 'violence-minor' } });
  expect(flagsOf(told, LATER)).toEqual(['urgent', 'confidential', 'mandatory-report']);
  expect(() => stepBy(opened({}), 'sun', { type: 'alarm', data: { danger: 'none' } })).toThrow(
    DomainError,
  );
});

test('an answer ends the alarm, and so does an end', () => {
  const accepted = stepBy(opened({ urgent: true }), 'sun', { type: 'accept' });
  expect(stepBy(accepted, 'sun', { type: 'answer', data: { answer: '已送医' } }).alarm).toBe(
    undefined,
  );
  expect(stepBy(accepted, 'sun', { type: 'withdraw' }).alarm).toBeUndefined();
});

test('a report says to whom and by which number, and not when it will have been', () => {
  const bound = stepBy(opened({}), 'sun', { type: 'must-report' });
  expect(bound).toMatchObject({ confidential: true, mandatoryReport: true, reported: null });
  const report = (data: object) => () =>
    stepBy(bound, 'sun', { type: 'report', data: { reported: true, ...data } }, LATER);
  expect(report({ to: '林云派出所' })).toThrow(DomainError);
  expect(report({ number: '110' })).toThrow(DomainError);
  expect(report({ to: '派出所', number: '110', at: '2026-11-25T10:00:00+08:00' })).toThrow(
    DomainError,
  );
  expect(report({ to: '林云派出所', number: '110' })().reported).toBe(true);
});

test('a colleague who was named sees a confidential case, works on it, and no longer once the name is taken away', () => {
  const secret = opened({ confidential: true });
  const sees = (state: typeof secret) => maySeeCase(state, people.li.scope);
  expect(sees(secret)).toBe(false);
  const shared = stepBy(secret, 'sun', { type: 'share', data: { staff: 'li' } });
  expect(sees(shared)).toBe(true);
  expect(maySeeCase(shared, people.street.scope)).toBe(false);
  expect(allowedActions(shared, people.li, LATER)).not.toContain('share');
  const taken = stepBy(shared, 'head', { type: 'unshare', data: { staff: 'li' } });
  expect(sees(taken)).toBe(false);
  expect(taken.shared).toBeUndefined();
});

test('only colleagues of the committee are named, and only in a confidential case', () => {
  const secret = opened({ confidential: true });
  for (const staff of ['neighbour', 'officer', 'nobody'])
    expect(() => stepBy(secret, 'sun', { type: 'share', data: { staff } })).toThrow(DomainError);
  expect(allowedActions(opened({}), people.sun, LATER)).not.toContain('share');
});
