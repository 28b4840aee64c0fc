import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_TYPES, splitText, withText } from './index.ts';

test('a provider’s name and number are set apart, that it was a volunteer stays', () => {
  const { data, text } = splitText(
    'dispatch',
    { provider: { kind: 'volunteer', name: '王某', phone: '55550000' }, at: undefined },
    '带梯子',
  );
  expect(data).toEqual({ provider: { kind: 'volunteer' } });
  expect(text).toEqual({ note: '带梯子', data: { provider: { name: '王某', phone: '55550000' } } });
});

test('a refusal keeps no word in the event; nothing written is no text', () => {
  const refuse = splitText('refuse', { reason: '不归', instead: { office: '公证处' } }, undefined);
  expect(refuse.data).toEqual({});
  expect(splitText('accept', {}, undefined)).toEqual({ data: {}, text: null });
});

test('what was divided comes together again, whatever it was', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()));
  const inner = fc.dictionary(fc.constantFrom('kind', 'name', 'phone', 'office', 'id'), value);
  const data = fc.dictionary(
    fc.constantFrom('title', 'answer', 'why', 'reason', 'provider', 'to', 'instead', 'of', 'how'),
    fc.oneof(value, inner),
  );
  fc.assert(
    fc.property(fc.constantFrom(...EVENT_TYPES), data, (type, sent) => {
      const { data: kept, text } = splitText(type, sent, undefined);
      expect(withText(kept, text)).toEqual(sent);
    }),
  );
});
