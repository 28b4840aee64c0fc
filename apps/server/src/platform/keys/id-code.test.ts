import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_LENGTH, codeOfId, idOfCode } from './id-code.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const other = createSecretKey(Buffer.alloc(32, 8));
const ids = fc.uuid();

test('a code leads back to its id, the same at every print, without letters that are misread', () => {
  fc.assert(
    fc.property(ids, ids, (tenant, id) => {
      const code = codeOfId(key, tenant, id);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
      expect(code).toHaveLength(CODE_LENGTH);
      expect(codeOfId(key, tenant, id)).toBe(code);
      expect(idOfCode(key, tenant, code)).toBe(id);
    }),
  );
});

test('under another key or for another tenant the same code means another id', () => {
  fc.assert(
    fc.property(ids, ids, ids, (tenant, neighbour, id) => {
      fc.pre(tenant !== neighbour);
      const code = codeOfId(key, tenant, id);
      expect(idOfCode(other, tenant, code)).not.toBe(id);
      expect(idOfCode(key, neighbour, code)).not.toBe(id);
    }),
  );
});

test('neighbouring ids have codes with nothing in common', () => {
  const codes = ['0', '1', '2', '3'].map((last) =>
    codeOfId(key, 'tenant', `0199a1b2-0000-7000-8000-00000000000${last}`),
  );
  expect(new Set(codes.map((code) => code.slice(0, 4))).size).toBe(4);
});

test('what is no code has no id', () => {
  for (const text of [
    '',
    'ABC',
    'I'.repeat(26),
    `${'0'.repeat(25)}1`,
    '0'.repeat(27),
    '孕'.repeat(26),
  ])
    expect(idOfCode(key, 'tenant', text), text).toBeUndefined();
});
