import { expect, test } from 'vitest';
import type { CaseCommand, DecideContext } from './command.ts';
import { context, MORNING, opened, people, stepBy } from './example-case.ts';

/** A case of `sun` that is over. */
const closedCase = () => stepBy(opened(), 'sun', { type: 'withdraw' });

/** The committee, of which these people have left. */
const without = (...left: string[]): DecideContext => ({
  ...context,
  staff: (id) => (left.includes(id) ? undefined : context.staff(id)),
});
const reopen: CaseCommand = { type: 'reopen', note: '又坏了', data: { how: 'phone' } };

test('a reopened case whose worker has left belongs to the head, whoever reopens it', () => {
  const head = { id: 'head', name: people.head.name };
  for (const person of ['resident', 'li', 'head'] as const)
    expect(stepBy(closedCase(), person, reopen, MORNING, without('sun'))).toMatchObject({
      firstAsked: head,
      handler: { kind: 'worker', ...head },
    });
  for (const person of ['resident', 'li'] as const)
    expect(stepBy(closedCase(), person, reopen)).toMatchObject({
      firstAsked: { id: 'sun' },
      handler: { id: 'sun' },
    });
});

test('where only the handler has left, the worker first asked takes a reopened case', () => {
  const assigned = stepBy(closedCase(), 'head', { type: 'reopen', note: '又坏了' });
  const byLi = stepBy(assigned, 'head', {
    type: 'assign',
    data: { handler: 'li', reason: '帮忙' },
  });
  const closed = stepBy(byLi, 'sun', { type: 'withdraw' });
  expect(closed).toMatchObject({ status: 'closed', handler: { id: 'li' } });
  for (const person of ['resident', 'li'] as const)
    expect(stepBy(closed, person, reopen, MORNING, without('li'))).toMatchObject({
      firstAsked: { id: 'sun' },
      handler: { id: 'sun' },
    });
});

test('a committee without a head leaves a reopened case to the worker who reopens it', () => {
  const alone = { ...without('sun'), heads: [] };
  expect(stepBy(closedCase(), 'li', reopen, MORNING, alone)).toMatchObject({
    firstAsked: { id: 'li' },
    handler: { id: 'li' },
  });
});
