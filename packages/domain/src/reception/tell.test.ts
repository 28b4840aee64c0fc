import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import { decide } from './decide.ts';
import { context, MORNING, opened, people, stepBy } from './example-case.ts';
import { allowedActions, flagsOf } from './index.ts';

const referred = (residentId?: string) =>
  stepBy(stepBy(opened({ residentId }), 'sun', { type: 'accept' }), 'sun', {
    type: 'refer',
    data: { to: { kind: 'department', id: 'o1' } },
  });
const answer = { type: 'answer', data: { answer: '已安排' } } as const;
const answered = () => stepBy(referred('r1'), 'officer', answer);

test('an answer of another office stays a promise until the resident was told, and the silence counts from then', () => {
  const untold = answered();
  expect(untold).toMatchObject({
    status: 'answered',
    dueAt: null,
    tell: { since: MORNING, dueAt: '2026-11-25T17:30:00+08:00' },
  });
  expect(flagsOf(untold, MORNING)).toContain('to-tell');
  const later = untold.silenceUntil ?? MORNING;
  expect(() => decide(untold, { type: 'close' }, people.job, later, context)).toThrow(DomainError);

  const told = stepBy(untold, 'li', { type: 'tell', data: { how: 'phone' } }, later);
  expect(told.tell).toBeUndefined();
  expect(told.status).toBe('answered');
  expect(Date.parse(told.silenceUntil ?? '')).toBeGreaterThan(Date.parse(later));
  expect(allowedActions(told, people.sun, later)).not.toContain('tell');
});

test('how it was told is said; the office itself does not tell', () => {
  expect(() => stepBy(answered(), 'sun', { type: 'tell' })).toThrow(DomainError);
  expect(allowedActions(answered(), people.officer, MORNING)).not.toContain('tell');
  expect(allowedActions(answered(), people.sun, MORNING)).toContain('tell');
});

test('a resident who speaks of the answer knows of it; nobody to be told, nothing is owed', () => {
  expect(stepBy(answered(), 'resident', { type: 'contest', note: '没解决' }).tell).toBeUndefined();
  const confirm = { type: 'confirm', data: { how: 'desk' } } as const;
  expect(stepBy(answered(), 'sun', confirm).tell).toBeUndefined();
  expect(stepBy(referred(), 'officer', answer).tell).toBeUndefined();
});

test('an answer of the committee itself was said by whoever gave it', () => {
  const own = stepBy(stepBy(opened(), 'sun', { type: 'accept' }), 'sun', answer);
  expect(own.tell).toBeUndefined();
});
