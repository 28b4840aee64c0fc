import type { LoanLine } from '@qzt/contract/lending';
import type { WorkLine } from '@qzt/contract/worklist';
import { expect, test } from 'vitest';
import { loanLineOf, todayLine, workLine } from './lines.ts';

const line: WorkLine = {
  caseId: '0192f0c1-2345-7abc-8def-0123456789ab',
  number: '260100000001',
  committee: '林云居委会',
  title: '孕妇联系单(卡)办理',
  who: '邵*',
  door: '3号楼***室',
  status: 'accepted',
  firstAsked: { id: 's1', name: '孙社工' },
  handler: '孙社工',
  kind: 'limit',
  at: '2020-01-02T16:00:00+08:00',
  late: true,
  urgent: false,
  confidential: false,
};

test('a row says by when, whose matter, what it is and its number; what is late says so', () => {
  expect(workLine(line)).toMatchObject({
    when: '2020年1月2日 周四 16:00',
    text: '孕妇联系单(卡)办理',
    more: '邵* · 3号楼',
    number: '260100000001',
    urgency: 'late',
  });
  expect(workLine({ ...line, who: null, door: null }, (one) => one.firstAsked.name).more).toBe(
    '孙社工',
  );
});

test('what waits for the resident or for an echo is never late, however long ago', () => {
  for (const kind of ['resident', 'silence'] as const)
    expect(workLine({ ...line, kind, late: false }).urgency).toBe('calm');
  expect(workLine({ ...line, kind: 'tell', late: false }).when).toContain('前告诉居民');
});

test('an urgent matter that nobody has begun presses now, whatever time was promised', () => {
  const at = '2999-01-02T16:00:00+08:00';
  const said = { when: '应急 · 马上处理', urgency: 'late' };
  expect(workLine({ ...line, urgent: true, kind: 'accept', at, late: false })).toMatchObject(said);
  const alarm = { since: '2020-01-02T15:00:00+08:00', calledAt: null };
  expect(workLine({ ...line, alarm, late: false, at })).toMatchObject(said);
  expect(workLine({ ...line, urgent: true, at, late: false }).when).toContain('前办好');
});

test('a confidential matter says neither what nor whose it is', () => {
  const shown = workLine({ ...line, confidential: true });
  expect(shown).toMatchObject({ text: '保密件', more: '', number: line.number });
  expect(JSON.stringify(shown)).not.toMatch(/邵|3号楼|孕妇/);
  const today = todayLine({
    needId: 'n1',
    startedAt: line.at ?? '',
    words: '家里的事',
    outcome: 'case',
    caseId: line.caseId,
    status: 'accepted',
    ending: null,
    confidential: true,
  });
  expect(today.text).toBe('保密件');
});

test('a loan says what is still out, and that nobody left a name', () => {
  const loan: LoanLine = {
    id: 'l1',
    thing: { code: 'umbrella', name: '雨伞' },
    count: 3,
    returned: 1,
    state: 'out',
    borrower: { name: null, phone: null, door: null, residentId: null },
    lentBy: { id: 's1', name: '孙社工' },
    lentAt: '2020-01-01T09:00:00+08:00',
    dueAt: '2020-01-02T17:30:00+08:00',
    closedAt: null,
    late: true,
    version: 2,
  };
  expect(loanLineOf(loan)).toMatchObject({ text: '雨伞 × 2', more: '没留姓名', urgency: 'late' });
});
