import type { CaseLine } from '@qzt/contract/reception';
import { expect, test } from 'vitest';
import { caseLine, promiseLine, waitingLine } from './lines.ts';

const line: CaseLine = {
  id: '0192f0c1-2345-7abc-8def-0123456789ab',
  number: '260100000001',
  committeeId: 'c1',
  kind: 'application',
  status: 'accepted',
  ending: null,
  title: '孕妇联系单(卡)办理',
  firstAsked: { id: 's1', name: '孙社工' },
  handler: { kind: 'worker', name: '孙社工', org: '林云居委会' },
  dueAt: '2020-01-02T16:00:00+08:00',
  dueKind: 'limit',
  journeys: 1,
  flags: [],
  allowedActions: [],
  version: 2,
};

test('a row says whose matter it is and what it is, and not its number', () => {
  const known = caseLine({ ...line, resident: { id: 'r1', name: '邵*' } });
  expect(known.text).toBe('邵* 孕妇联系单(卡)办理');
  expect(caseLine(line, '李社工')).toMatchObject({ text: '孕妇联系单(卡)办理', more: '李社工' });
  const promise = promiseLine({
    id: 'p1',
    caseId: line.id,
    number: line.number,
    title: line.title,
    kind: 'limit',
    owner: line.firstAsked,
    dueAt: '2020-01-02T16:00:00+08:00',
    late: true,
    step: 0,
  });
  expect(JSON.stringify([known, promise])).not.toContain(line.number);
});

test('what waits for the resident says since when and is never late', () => {
  const waiting: CaseLine = {
    ...line,
    status: 'waiting-resident',
    dueKind: 'resident',
    flags: ['late'],
    paused: { since: '2020-01-01T09:30:00+08:00', why: 'materials' },
  };
  expect(waitingLine(waiting)).toMatchObject({
    when: '2020年1月1日 周三 09:30 起',
    urgency: 'calm',
  });
});
