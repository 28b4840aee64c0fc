import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { asEmergency } from './emergency.ts';

const emergency = { danger: 'gas', name: '燃气泄漏', place: '', mandatoryReport: false };
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

test('without a word it is still an urgent matter with a title', () => {
  expect(asEmergency({ ...draft, box: '' }, emergency)).toMatchObject({
    words: '',
    title: '燃气泄漏',
  });
});

test('a long story makes a title that the contract takes, rare characters whole', () => {
  const { title } = asEmergency({ ...draft, box: '𠅤'.repeat(300) }, emergency);
  expect([...(title ?? '')]).toHaveLength(80);
});
