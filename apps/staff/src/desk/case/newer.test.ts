import { expect, test } from 'vitest';
import { lastSeq, newerThan } from './newer.ts';

const event = (seq: number, by: string) => ({
  seq,
  id: String(seq),
  type: 'answer',
  at: '2099-11-24T14:30:00+08:00',
  actor: { id: by, name: by, org: '' },
  note: null,
  data: { answer: '好了' },
});

test('what happened after the form was opened is news, whoever did it', () => {
  const events = [event(1, '孙'), event(2, '李'), event(3, '孙'), event(4, '李')];
  expect(lastSeq(events)).toBe(4);
  expect(newerThan(2, events)).toEqual([
    '2099年11月24日 周二 14:30 孙:答复:好了',
    '2099年11月24日 周二 14:30 李:答复:好了',
  ]);
  expect(newerThan(4, events)).toEqual([]);
  expect(lastSeq([])).toBe(0);
});
