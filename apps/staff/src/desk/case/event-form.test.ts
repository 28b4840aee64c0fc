import { EVENT_DATA, type PostableType } from '@qzt/contract/reception';
import { rowOf } from '@qzt/domain/reception';
import { expect, test } from 'vitest';
import { actionOf, isPostable } from './actions.ts';
import { messageFor, readEvent, type Values } from './event-form.ts';

const ID = '0192f0c1-2345-7abc-8def-0123456789ab';
const TYPES = Object.keys(EVENT_DATA) as PostableType[];

const FULL: Readonly<Record<string, unknown>> = {
  note: '写明了',
  'data.materials': [{ name: '结婚证', copies: 1 }],
  'data.to': { kind: 'department', id: ID },
  'data.provider.name': '老王修理',
  'data.provider.phone': '13800000002',
  'data.provider.kind': 'volunteer',
  'data.at': '2026-11-25T09:30:00+08:00',
  'data.answer': '办好了',
  'data.how': 'phone',
  'data.reason': '有原因',
  'data.instead.office': '派出所',
  'data.until': '2026-12-01',
  'data.approvedBy': '书记',
  'data.of': ID,
  'data.firstAsked': ID,
  'data.score': '2',
  'data.reported': 'yes',
  'data.phone': '13800000055',
  'data.whom': 'police',
  'data.number': '110',
  'data.staff': ID,
  trip: 'yes',
};

/** What one path means in another step. */
const OTHER: Partial<Record<PostableType, Values>> = {
  close: { 'data.reason': 'moved' },
  report: { 'data.to': '林云派出所' },
};

const filled = (type: PostableType): Values =>
  Object.fromEntries(
    actionOf(type)
      .fields.filter((f) => f.path in FULL)
      .map((f) => [f.path, OTHER[type]?.[f.path] ?? FULL[f.path]]),
  );

test('every step of the contract has a form whose values make a valid event', () => {
  for (const type of TYPES) expect(readEvent(type, ID, filled(type)).fields, type).toBeUndefined();
});

test('what the table of transitions demands, the form demands', () => {
  for (const type of TYPES) {
    const { fields, initial } = actionOf(type);
    const must = [
      ...fields.filter((f) => f.must).map((f) => f.path),
      ...Object.keys(initial ?? {}),
    ];
    for (const path of rowOf(type).required)
      expect(
        must.some((m) => path === m || path.startsWith(`${m}.`)),
        `${type} ${path}`,
      ).toBe(true);
  }
});

test('an empty form says at each field what is missing', () => {
  expect(readEvent('refuse', ID, {}).fields).toEqual({
    'data.reason': '请填写',
    'data.instead.office': '请填写',
  });
  expect(readEvent('answer', ID, { 'data.answer': '  ' }).fields).toEqual({
    'data.answer': '请填写',
  });
  expect(readEvent('receive-materials', ID, { 'data.materials': [] }).fields).toEqual({
    'data.materials': '请至少勾一样材料',
    trip: '选一个:又跑了一趟没有',
  });
});

test('typed values travel in the contract’s form', () => {
  expect(readEvent('dispatch', ID, filled('dispatch')).event).toMatchObject({
    data: { at: '2026-11-25T09:30:00+08:00', provider: { kind: 'volunteer' } },
  });
  expect(readEvent('rate', ID, { 'data.score': '2' }).event).toMatchObject({
    data: { score: 2, of: 3 },
  });
  expect(readEvent('accept', ID, {}).event).toEqual({ id: ID, type: 'accept' });
});

test('a wrong telephone is said at its field', () => {
  const { fields } = readEvent('dispatch', ID, {
    ...filled('dispatch'),
    'data.provider.phone': '没有',
  });
  expect(fields && messageFor(fields, 'data.provider.phone')).toContain('电话');
});

test('a message about a part is shown at its field', () => {
  expect(messageFor({ 'data.materials.0.name': '太长了' }, 'data.materials')).toBe('太长了');
  expect(messageFor({ 'data.materialsX': 'no' }, 'data.materials')).toBeUndefined();
});

test('only what the contract lets one post is offered', () => {
  expect(isPostable('accept')).toBe(true);
  expect(isPostable('register')).toBe(false);
  expect(isPostable('toString')).toBe(false);
});
