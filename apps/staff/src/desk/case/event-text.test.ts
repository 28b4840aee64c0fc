import { EVENT_TYPES } from '@qzt/domain/reception';
import { expect, test } from 'vitest';
import { eventText } from './event-text.ts';

const say = (
  type: string,
  data: Parameters<typeof eventText>[0]['data'] = {},
  note: string | null = null,
) => eventText({ type, data, note });

test('events read as plain sentences', () => {
  expect(
    say('ask-materials', { materials: [{ name: '结婚证', copies: 2 }], why: '窗口要看原件' }),
  ).toBe('请居民补:结婚证 2 份。窗口要看原件');
  expect(say('confirm', { how: 'phone' })).toBe('居民确认办好了,电话');
  expect(say('refuse', { reason: '不归居委开', instead: { office: '派出所', phone: '110' } })).toBe(
    '不予办理:不归居委开。可以找派出所,电话 110',
  );
  expect(say('assign', { names: { handler: { id: 'x', name: '李老师' } }, reason: '休假' })).toBe(
    '经办人改为李老师:休假',
  );
  expect(say('take-back', {}, '部门退回了')).toBe('收回自己办。部门退回了');
});

test('every type says something Chinese, also after its personal text was erased', () => {
  for (const type of EVENT_TYPES) expect(say(type), type).toMatch(/[\u4e00-\u9fff]/);
});

test('a type that this screen does not know yet is shown, not dropped', () => {
  expect(say('handed-to-somebody')).toBe('handed-to-somebody');
});
