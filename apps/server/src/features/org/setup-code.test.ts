import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Refusal } from '../../platform/refusal.ts';
import { SetupCode } from './setup-code.ts';

const tryWith = (code: SetupCode, given: string): string | undefined => {
  try {
    code.demand(given);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

test('the code holds however it is typed, once, and each start has another', () => {
  const code = new SetupCode();
  const shown = code.make();
  expect(shown).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(tryWith(code, ` ${shown.toLowerCase().replaceAll('-', ' ')}`)).toBeUndefined();
  code.spend();
  expect(tryWith(code, shown)).toBe('not-permitted');
  expect(code.make()).not.toBe(shown);
});

test('no other code holds, and after ten wrong ones not even the right one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 40 }), { minLength: 10, maxLength: 12 }),
      (wrong) => {
        const code = new SetupCode();
        const shown = code.make();
        for (const [index, given] of wrong.entries())
          expect(tryWith(code, given)).toBe(index < 10 ? 'invalid-input' : 'not-permitted');
        expect(tryWith(code, shown)).toBe('not-permitted');
      },
    ),
  );
});

test('without a code nothing holds', () => {
  expect(tryWith(new SetupCode(), '')).toBe('not-permitted');
});
