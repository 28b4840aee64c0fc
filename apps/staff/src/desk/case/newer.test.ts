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

test('only what others did after the form was opened is news', () => {
  const events = [event(1, '孙'), event(2, '李'), event(3, '孙'), event(4, '李')];
  expect(lastSeq(events)).toBe(4);
  expect(newerThan(2, events, '孙')).toEqual(['2099年11月24日 周二 14:30 李:答复:好了']);
  expect(newerThan(4, events, '孙')).toEqual([]);
  expect(lastSeq([])).toBe(0);
});
