import type { PaperLine } from '@qzt/contract/certificate';
import { expect, test } from 'vitest';
import { historyOf } from './paper-history.ts';

const paper: PaperLine = {
  id: 'p',
  committeeId: 'c',
  caseId: 'k',
  template: 'CT-01',
  name: '居住情况证明',
  code: 'POS-SH-01',
  status: 'void',
  number: '〔2026〕482913号',
  requestedBy: { id: 'w', name: '孙志强' },
  requestedAt: '2026-11-24T10:00:00+08:00',
  approvedBy: { id: 'h', name: '李建国' },
  issuedAt: '2026-11-24T10:30:00+08:00',
  contentHash: 'ab',
  copies: 2,
  ended: { at: '2026-11-24T11:00:00+08:00', by: '李建国', reason: 'wrong', note: '门牌写错' },
  allowedSteps: [],
  version: 5,
};

test('a paper tells its life in sentences: written, agreed and numbered, printed, voided and why', () => {
  const said = historyOf(paper).join('\n');
  for (const part of [
    '孙志强写好',
    '李建国同意',
    '482913',
    '打印过 2 次',
    '李建国作废:写错了:门牌写错',
  ])
    expect(said).toContain(part);
});

test('one that waits says no more than who wrote it; one declined says why', () => {
  const waiting = {
    ...paper,
    status: 'waiting' as const,
    number: null,
    approvedBy: null,
    issuedAt: null,
    copies: 0,
    ended: null,
  };
  expect(historyOf(waiting)).toHaveLength(1);
  const ended = { at: paper.requestedAt, by: '李建国', reason: '', note: '先调查' };
  expect(historyOf({ ...waiting, status: 'declined', ended }).at(-1)).toContain(
    '李建国决定不出:先调查',
  );
});
