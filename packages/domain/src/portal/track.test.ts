import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENDINGS, EVENT_TYPES, STATUSES } from '../reception/index.ts';
import { NOW_SENTENCES, STEP_SENTENCES, type TrackFacts, toldOf } from './track.ts';
import { isCaseNumber, printTrackCode, readTrackCode, trackCodeGroups } from './track-code.ts';

const NOW = '2026-11-24T14:30:00+08:00';
const LATER = '2026-11-25T17:30:00+08:00';
const BEFORE = '2026-11-23T17:30:00+08:00';

const facts = (more: Partial<TrackFacts> = {}): TrackFacts => ({
  status: 'registered',
  ending: null,
  dueAt: LATER,
  dueKind: 'accept',
  uncertainDue: false,
  silenceUntil: null,
  tellBy: null,
  reopenUntil: null,
  events: [{ type: 'register', at: NOW }],
  ...more,
});

test('what happens inside the office is not told', () => {
  const events = EVENT_TYPES.map((type) => ({ type, at: NOW }));
  const told = toldOf(facts({ events }), NOW).steps.map(({ step }) => step);
  expect(told).toEqual(Object.keys(STEP_SENTENCES).sort((a, b) => order(a) - order(b)));
  for (const inside of ['assign', 'note', 'rate', 'report']) expect(told).not.toContain(inside);
});
const ORDER: readonly string[] = EVENT_TYPES;
const order = (type: string) => ORDER.indexOf(type);

test('every state that a case can be in has a sentence', () => {
  for (const status of STATUSES)
    for (const ending of ENDINGS)
      expect(NOW_SENTENCES[toldOf(facts({ status, ending }), NOW).now]).toMatch(/./);
});

test('the promise says by when, that it is late, or what is waited for', () => {
  const promise = (more: Partial<TrackFacts>) => toldOf(facts(more), NOW).promise;
  expect(promise({})).toEqual({ kind: 'accept', at: LATER, about: false });
  expect(promise({ status: 'accepted', dueKind: 'limit' })).toMatchObject({ kind: 'answer' });
  expect(promise({ dueAt: BEFORE })).toMatchObject({ kind: 'late', at: BEFORE });
  expect(promise({ status: 'waiting-resident', dueKind: 'resident', dueAt: BEFORE })).toEqual({
    kind: 'waiting',
    at: null,
    about: false,
  });
  expect(promise({ status: 'answered', dueAt: null, silenceUntil: LATER })).toMatchObject({
    kind: 'reply',
    at: LATER,
  });
  expect(
    toldOf(facts({ status: 'answered', silenceUntil: LATER, tellBy: LATER }), NOW),
  ).toMatchObject({ now: 'to-tell', promise: { kind: 'tell', at: LATER } });
  const closed = { status: 'closed', ending: 'settled', dueAt: null } as const;
  expect(promise({ ...closed, reopenUntil: '2026-12-24' })).toMatchObject({
    kind: 'reopen',
    at: '2026-12-24',
  });
  expect(promise(closed)).toBeNull();
  expect(promise({ uncertainDue: true })).toMatchObject({ about: true });
});

const letters = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 26, maxLength: 26 })
  .map((all) => all.join(''));
const committees = fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,6})?$/);

test('a code is read back as it was printed, also in small letters, in groups, with O and I', () => {
  fc.assert(
    fc.property(committees, letters, (committee, code) => {
      const printed = printTrackCode({ committee, code });
      expect(readTrackCode(printed)).toEqual({ committee, code });
      const groups = code
        .replaceAll(/(.{5})/g, '$1 - ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(readTrackCode(` ${committee} ${groups.toLowerCase()} `)).toEqual({ committee, code });
    }),
  );
});

test('the groups are the code, four letters each, and are read back with blanks between them', () => {
  fc.assert(
    fc.property(committees, letters, (committee, code) => {
      const groups = trackCodeGroups(printTrackCode({ committee, code }));
      expect(groups).toEqual([committee, ...(code.match(/.{1,4}/g) ?? [])]);
      expect(readTrackCode(groups.join(' '))).toEqual({ committee, code });
    }),
  );
});

test('the number of a case is known as that, and is no code', () => {
  for (const typed of ['261124-012345', '261124 012345', ' 261124—012345', '261124012345']) {
    expect(isCaseNumber(typed)).toBe(true);
    expect(readTrackCode(typed)).toBeNull();
  }
  for (const typed of ['', '2611-012345', 'demo-01-7K3M']) expect(isCaseNumber(typed)).toBe(false);
});

test('anything else is no code, however long and strange', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), (text) => {
      expect(readTrackCode(text)).toBeNull();
    }),
  );
  for (const text of [
    '',
    '-',
    'x'.repeat(100_000),
    '孕妇联系单'.repeat(8),
    'demo-01-',
    'Ü'.repeat(40),
  ])
    expect(readTrackCode(text)).toBeNull();
  expect(readTrackCode('0'.repeat(26))).toBeNull();
});
