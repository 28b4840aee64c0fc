import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { apply, context, MORNING, opened, type Person, people, stepBy } from './example-case.ts';
import { type CaseState, flagsOf } from './index.ts';

const accepted = () => stepBy(opened(), 'sun', { type: 'accept' });
const answered = () => stepBy(accepted(), 'sun', { type: 'answer', data: { answer: '好了' } });
const closedCase = () => stepBy(answered(), 'resident', { type: 'confirm' });

function refusal(state: CaseState, person: Person, command: CaseCommand, now = MORNING) {
  try {
    decide(state, command, people[person], now, context);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'done';
}

const asks = (name: string, why?: string): CaseCommand => ({
  type: 'ask-materials',
  data: { materials: [{ name, copies: 1 }], why },
});

test('a material that is not on the notice needs a reason, and is a second ask', () => {
  expect(refusal(accepted(), 'sun', asks('居住证'))).toMatchObject({
    code: 'invalid-input',
    path: 'data.why',
  });
  const second = stepBy(accepted(), 'sun', asks('居住证', '外来人员'));
  expect(flagsOf(second, MORNING)).toEqual(['second-ask']);
  expect(flagsOf(stepBy(accepted(), 'sun', asks('怀孕证明')), MORNING)).toEqual([]);
});

test('for a matter on no list the first asking is the notice, a later new one a second ask', () => {
  const other = stepBy(opened({ item: undefined }), 'sun', { type: 'accept' });
  const first = stepBy(other, 'sun', asks('身份证', '核对本人'));
  expect(first.secondAsk).toBe(false);
  const back = stepBy(first, 'resident', {
    type: 'receive-materials',
    data: { materials: [{ name: '身份证', copies: 2 }] },
  });
  expect(back.materials).toEqual([{ name: '身份证', received: true, copies: 2 }]);
  expect(refusal(back, 'sun', asks('身份证'))).toBe('done');
  expect(stepBy(back, 'sun', asks('户口簿', '还要')).secondAsk).toBe(true);
});

test.each<[string, CaseCommand, Person, () => CaseState, string]>([
  ['answer', { type: 'answer', data: { answer: '  ' } }, 'sun', accepted, 'data.answer'],
  ['answer without data', { type: 'answer' }, 'sun', accepted, 'data.answer'],
  [
    'refuse without the office that helps',
    { type: 'refuse', data: { reason: '不归居委', instead: { office: '' } } },
    'sun',
    accepted,
    'data.instead.office',
  ],
  ['contest without a note', { type: 'contest' }, 'resident', answered, 'note'],
  ['confirm by a worker without how', { type: 'confirm' }, 'li', answered, 'data.how'],
  ['confirm by the head without how', { type: 'confirm' }, 'head', answered, 'data.how'],
  [
    'reopen by a worker without how',
    { type: 'reopen', note: '没好' },
    'li',
    closedCase,
    'data.how',
  ],
  ['reopen by the head without note', { type: 'reopen' }, 'head', closedCase, 'note'],
  [
    'transfer without a note',
    { type: 'transfer', data: { to: { office: '区残联' } } },
    'head',
    accepted,
    'note',
  ],
  [
    'duplicate of itself',
    { type: 'duplicate', data: { of: 'case-1' } },
    'sun',
    accepted,
    'data.of',
  ],
  [
    'unreachable after two tries',
    { type: 'close', data: { reason: 'unreachable', tries: 2 } },
    'head',
    accepted,
    'data.tries',
  ],
  [
    'refer to an office that is none',
    { type: 'refer', data: { to: { kind: 'centre', id: 'o1' } } },
    'sun',
    accepted,
    'data.to.id',
  ],
  [
    'dispatch to nobody',
    { type: 'dispatch', data: { provider: { phone: '55550000' } } },
    'sun',
    accepted,
    'data.provider.name',
  ],
  [
    'dispatch without a telephone',
    { type: 'dispatch', data: { provider: { name: '王师傅', phone: '' } } },
    'sun',
    accepted,
    'data.provider.phone',
  ],
  ['assign nobody', { type: 'assign', data: { reason: '忙' } }, 'head', accepted, 'data.handler'],
  [
    'assign a neighbour',
    { type: 'assign', data: { reason: '忙', handler: 'neighbour' } },
    'head',
    accepted,
    'data.handler',
  ],
  [
    'rate above the scale',
    { type: 'rate', data: { score: 6, of: 5 } },
    'sun',
    accepted,
    'data.score',
  ],
])('%s is refused with the path to it', (_name, command, person, state, path) => {
  expect(refusal(state(), person, command)).toMatchObject({ code: 'invalid-input', path });
});

test('an open case is closed with a reason only, and with three tries', () => {
  expect(refusal(accepted(), 'head', { type: 'close' })).toMatchObject({
    code: 'transition-not-allowed',
  });
  const gone = stepBy(accepted(), 'head', {
    type: 'close',
    data: { reason: 'unreachable', tries: 3 },
  });
  expect(gone).toMatchObject({ status: 'closed', ending: 'unconfirmed', dueAt: null });
});

test('the resident reopens within 30 days; the head later, with a note and without how', () => {
  const closed = closedCase();
  const reopen: CaseCommand = { type: 'reopen', note: '又坏了' };
  expect(refusal(closed, 'resident', reopen, '2026-12-24T23:00:00+08:00')).toBe('done');
  expect(refusal(closed, 'resident', reopen, '2026-12-25T00:00:00+08:00')).toMatchObject({
    code: 'not-permitted',
  });
  expect(refusal(closed, 'head', reopen, '2027-06-01T10:00:00+08:00')).toBe('done');
});

test('a worker takes another one’s case by accepting it, and then it is his to answer', () => {
  const taken = stepBy(opened(), 'li', { type: 'accept' });
  expect(taken).toMatchObject({ firstAsked: { id: 'sun' }, handler: { kind: 'worker', id: 'li' } });
  expect(refusal(taken, 'sun', { type: 'answer', data: { answer: '好了' } })).toMatchObject({
    code: 'not-permitted',
  });
  expect(refusal(taken, 'li', { type: 'answer', data: { answer: '好了' } })).toBe('done');
});

test('an office answers what was handed to it; what a provider did is reported by the first asked', () => {
  const referred = stepBy(accepted(), 'sun', {
    type: 'refer',
    data: { to: { kind: 'department', id: 'o1' } },
  });
  expect(referred.handler).toEqual({ kind: 'department', id: 'o1', name: '服务办', org: '服务办' });
  const answer: CaseCommand = { type: 'answer', data: { answer: '好了' } };
  expect(refusal(referred, 'officer', answer)).toBe('done');
  expect(refusal(referred, 'sun', answer)).toMatchObject({ code: 'not-permitted' });
  const dispatched = stepBy(accepted(), 'sun', {
    type: 'dispatch',
    data: { provider: { kind: 'volunteer', name: '王师傅', phone: '55550000' } },
  });
  expect(dispatched.handler).toEqual({ kind: 'volunteer', name: '志愿者', org: '志愿者' });
  expect(JSON.stringify(dispatched)).not.toContain('王师傅');
  expect(refusal(dispatched, 'sun', answer)).toBe('done');
  expect(refusal(dispatched, 'li', answer)).toMatchObject({ code: 'not-permitted' });
});

test('a handOver item goes from the handler to the owner of its line, and to nobody else', () => {
  const item = {
    code: 'BJM-059',
    version: 1,
    serviceLine: '妇儿',
    materials: [],
    handOver: true,
  } as const;
  const sensitive = stepBy(opened({ item }), 'sun', { type: 'accept' });
  const assign = (handler: string): CaseCommand => ({
    type: 'assign',
    data: { handler, reason: '条线' },
  });
  expect(stepBy(sensitive, 'sun', assign('li')).handler.id).toBe('li');
  expect(refusal(sensitive, 'sun', assign('head'))).toMatchObject({ code: 'not-permitted' });
  expect(refusal(accepted(), 'sun', assign('li'))).toMatchObject({ code: 'not-permitted' });
  expect(stepBy(accepted(), 'head', assign('li')).handler.id).toBe('li');
});

test('the head changes the first asked, and both names stay in the event', () => {
  const [event] = decide(
    accepted(),
    { type: 'assign', data: { firstAsked: 'li', reason: '休假' } },
    people.head,
    MORNING,
    context,
  );
  expect(event).toMatchObject({
    data: { firstAsked: 'li', names: { firstAsked: { id: 'li', name: 'li' } } },
    text: { data: { reason: '休假' } },
  });
  expect(apply(accepted(), [event!]).firstAsked.id).toBe('li');
});

test('where violence must be reported nothing closes the case before that', () => {
  const item = {
    code: 'BJM-001',
    version: 1,
    serviceLine: '妇儿',
    materials: [],
    mandatoryReport: true,
  } as const;
  const open = opened({ item });
  expect(flagsOf(open, MORNING)).toEqual(['confidential', 'mandatory-report']);
  expect(refusal(open, 'resident', { type: 'withdraw' })).toMatchObject({
    code: 'transition-not-allowed',
  });
  expect(refusal(open, 'sun', { type: 'report', data: { reported: false } })).toMatchObject({
    path: 'data.reason',
  });
  const told = stepBy(open, 'sun', {
    type: 'report',
    data: { reported: true, to: '林云派出所', number: '110' },
  });
  expect(flagsOf(told, MORNING)).toEqual(['confidential']);
  expect(refusal(told, 'resident', { type: 'withdraw' })).toBe('done');
});
