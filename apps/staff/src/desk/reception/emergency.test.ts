import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { asEmergency } from './emergency.ts';

const emergency = {
  danger: 'gas',
  name: '燃气泄漏',
  place: '',
  safePhone: '',
  mandatoryReport: false,
};
const draft = { ...newDraft(new Date('2026-11-27T20:00:00+08:00')), box: '5号楼有煤气味' };

test('every word is taken, also what still stands in the input', () => {
  const taken = asEmergency({ ...draft, words: '阿婆来说' }, { ...emergency, place: '302室' });
  expect(taken).toMatchObject({
    box: '',
    words: '阿婆来说;5号楼有煤气味;地点:302室',
    title: '燃气泄漏:阿婆来说;5号楼有煤气味;地点:302室',
    urgent: true,
    kind: 'problem',
  });
});

test('a telephone call stays one and is no trip, and a place that was said is not said twice', () => {
  const taken = asEmergency({ ...draft, channel: 'phone' }, { ...emergency, place: '5号楼' });
  expect(taken).toMatchObject({ channel: 'phone', journey: 0, words: '5号楼有煤气味' });
});

test('the telephone marked as safe goes with it, and one that was written before stays', () => {
  const before = { ...draft, safePhone: '13800000001' };
  expect(asEmergency(before, emergency).safePhone).toBe('13800000001');
  expect(asEmergency(before, { ...emergency, safePhone: '13800000009' }).safePhone).toBe(
    '13800000009',
  );
});

test('what is no telephone is kept among the words and refuses nothing', () => {
  expect(asEmergency(draft, { ...emergency, safePhone: '打给她妹妹' })).toMatchObject({
    safePhone: '',
    words: '5号楼有煤气味;安全电话:打给她妹妹',
  });
});

test('without a word it is still an urgent matter with a title', () => {
  expect(asEmergency({ ...draft, box: '' }, emergency)).toMatchObject({
    words: '',
    title: '燃气泄漏',
  });
});

test('a long story makes a title that the contract takes, rare characters whole', () => {
  const taken = asEmergency({ ...draft, box: '𠅤'.repeat(3000) }, { ...emergency, place: '东门' });
  const { title, words } = taken;
  expect(title?.length).toBeLessThanOrEqual(80);
  expect(title?.isWellFormed()).toBe(true);
  expect(words.length).toBeLessThanOrEqual(2000);
  expect(words).toMatch(/地点:东门$/);
});
