import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import { apply, context, MORNING, opened, people, pregnancyCard, stepBy } from './example-case.ts';
import { deriveCase, type RegisterCommand, register, settle, withText } from './index.ts';

const command: RegisterCommand = {
  kind: 'application',
  title: '想办孕妇联系单',
  item: pregnancyCard,
  residentId: 'r1',
  safePhone: '13800000001',
  materials: [{ name: '怀孕证明', copies: 1 }],
};

test('a title and a telephone are personal text, the rest of a registration codes and references', () => {
  const event = register(command, people.sun, MORNING);
  expect(event.data).not.toHaveProperty('title');
  expect(JSON.stringify(event.data)).not.toContain('13800000001');
  expect(event.text).toEqual({ data: { title: '想办孕妇联系单', safePhone: '13800000001' } });
  expect(withText({ ...event.data }, event.text)).toMatchObject({
    title: '想办孕妇联系单',
    askable: true,
  });
});

test('the first state names who was asked, what is needed and what is there', () => {
  expect(apply(undefined, [register(command, people.sun, MORNING)])).toMatchObject({
    status: 'registered',
    firstAsked: { id: 'sun', name: 'sun' },
    handler: { kind: 'worker', id: 'sun', org: '林云居委会' },
    materials: [
      { name: '怀孕证明', received: true, copies: 1 },
      { name: '夫妻身份证与户口簿', received: false, copies: 0 },
    ],
  });
});

test('a confidential or urgent item makes its case so, whatever was ticked', () => {
  const item = { ...pregnancyCard, confidential: true, urgent: true };
  expect(opened({ item, confidential: false, urgent: false })).toMatchObject({
    confidential: true,
    urgent: true,
  });
});

test('settling writes three events in order; a resident can still confirm', () => {
  const events = settle(command, '当场办好', people.sun, MORNING);
  expect(events.map((event) => event.type)).toEqual(['register', 'accept', 'answer']);
  const state = deriveCase(events, context);
  expect(state).toMatchObject({ status: 'answered', ending: null, dueAt: null });
  expect(stepBy(state, 'resident', { type: 'confirm' }).ending).toBe('confirmed');
});

test('settling with nobody to be asked closes at once; a telephone is somebody', () => {
  const nobody = { ...command, residentId: undefined, safePhone: undefined };
  expect(deriveCase(settle(nobody, '借伞', people.sun, MORNING), context)).toMatchObject({
    status: 'closed',
    ending: 'settled',
    closedAt: MORNING,
  });
  const caller = { ...nobody, visitorPhone: true };
  expect(deriveCase(settle(caller, '借伞', people.sun, MORNING), context).status).toBe('answered');
});

test('an answered case that nobody can be asked about ends as settled by the job', () => {
  const open = opened({ residentId: undefined });
  const answered = stepBy(stepBy(open, 'sun', { type: 'accept' }), 'sun', {
    type: 'answer',
    data: { answer: '好了' },
  });
  const closed = stepBy(answered, 'job', { type: 'close' }, '2026-12-01T17:30:00+08:00');
  expect(closed.ending).toBe('settled');
});

test('only a committee’s people open cases', () => {
  for (const person of ['officer', 'clerk', 'street', 'district', 'auditor'] as const) {
    expect(() => register(command, people[person], MORNING)).toThrow(DomainError);
  }
});

test('a history begins with its registration, once', () => {
  const [first, accept] = settle(command, '好', people.sun, MORNING);
  expect(() => deriveCase([], context)).toThrow(DomainError);
  expect(() => deriveCase([accept], context)).toThrow(DomainError);
  expect(() => deriveCase([first, first], context)).toThrow(DomainError);
});
