import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostAsked } from './index.ts';

const item = (
  code: string,
  route = 'committee',
  kind: 'contactless' | 'doorstep' = 'contactless',
) => ({ code, route, kind }) as const;

test('what a committee is asked most comes first, then what it handles itself, then the rest', () => {
  const catalogue = [
    item('A', 'refer-service-centre'),
    item('B'),
    item('C'),
    item('D', 'committee', 'doorstep'),
  ];
  const asked = [
    { code: 'C', times: 2 },
    { code: 'D', times: 9 },
    { code: 'GONE', times: 99 },
  ];
  expect(mostAsked(asked, catalogue)).toEqual(['D', 'C', 'B', 'A']);
  expect(mostAsked([], catalogue, 2)).toEqual(['B', 'C']);
});

test('the kit is full whenever the catalogue can fill it, holds nothing twice and nothing that is not in force', () => {
  const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 60 });
  fc.assert(
    fc.property(codes, codes, fc.nat({ max: 30 }), (held, wanted, most) => {
      const catalogue = held.map((code) => item(code));
      const chosen = mostAsked(
        wanted.map((code, index) => ({ code, times: index })),
        catalogue,
        most,
      );
      expect(chosen).toHaveLength(Math.min(most, held.length));
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.every((code) => held.includes(code))).toBe(true);
    }),
  );
});
