import { type Problem, ProblemError } from '@qzt/contract';
import { EventCreate } from '@qzt/contract/reception';
import { expect, test } from 'vitest';
import { fieldsOf, sessionEnded, troubleOf } from './trouble.ts';

const problem = (more: Partial<Problem>): ProblemError =>
  new ProblemError({
    type: 'urn:x',
    title: '有内容填得不对,请按提示修改',
    status: 422,
    code: 'invalid-input',
    traceId: 't',
    ...more,
  });

test('a refusal shows its own sentence and its messages by field, however the path is written', () => {
  const trouble = troubleOf(
    problem({
      fields: [
        { path: '/needs/0/words', code: 'too-small', message: '请填写' },
        { path: 'visitor.phone', code: 'invalid', message: '电话号码只能是数字,请检查' },
        { path: 'body.materials[2].name', code: 'invalid', message: '太长了' },
      ],
    }),
  );
  expect(trouble).toMatchObject({ outcome: 'refused', title: '有内容填得不对,请按提示修改' });
  expect(trouble.fields).toEqual({
    'needs.0.words': '请填写',
    'visitor.phone': '电话号码只能是数字,请检查',
    'materials.2.name': '太长了',
  });
});

test('a conflict carries the version that is current now', () => {
  const trouble = troubleOf(
    problem({ status: 409, code: 'version-conflict', current: { version: 7 } }),
  );
  expect(trouble).toMatchObject({ outcome: 'refused', code: 'version-conflict', version: 7 });
});

test('without an answer nobody knows whether it arrived', () => {
  expect(troubleOf(new TypeError('Failed to fetch'))).toMatchObject({ outcome: 'unknown' });
  expect(troubleOf(new TypeError('Failed to fetch')).title).toContain('您写的内容还在');
  expect(troubleOf(problem({ status: 409, code: 'idempotency-busy' })).outcome).toBe('unknown');
  expect(troubleOf(problem({ status: 503, code: 'not-ready' })).outcome).toBe('unknown');
});

test('the contract’s shapes give the same field paths before anything is sent', () => {
  const read = EventCreate.safeParse({
    id: '0192f0c1-2345-7abc-8def-0123456789ab',
    type: 'refuse',
    data: { reason: '', instead: { office: '' } },
  });
  expect(read.success).toBe(false);
  expect(read.error && fieldsOf(read.error)).toEqual({
    'data.reason': '请填写',
    'data.instead.office': '请填写',
  });
});

test('only an ended session sends to the sign-in', () => {
  expect(sessionEnded(problem({ status: 401, code: 'session-required' }))).toBe(true);
  expect(sessionEnded(problem({ status: 401, code: 'sign-in-failed' }))).toBe(false);
  expect(sessionEnded(new TypeError('x'))).toBe(false);
});
