import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitIsOfficial, limitTold, STANDINGS, standingTold } from './index.ts';

const confirmed = { by: '张目录', at: '2026-11-20', basis: '街道办事指南' };

test('a working default is told as one that is still to be checked', () => {
  const item = { limitWorkingDays: 5, standing: 'reconstructed' } as const;
  expect(limitTold(item)).toBe('暂按5个工作日,待核实');
  expect(standingTold(item)).toContain('待核实');
});

test('what a subdistrict confirmed is told with its basis and its day', () => {
  const item = { limitWorkingDays: 0, standing: 'listed', confirmed } as const;
  expect(limitTold(item)).toBe('当天办好');
  expect(standingTold(item)).toBe('材料和时限已经核实(依据:街道办事指南;核实日期:2026-11-20)。');
});

test('a rule that may have changed sends nobody out without a call', () => {
  const item = { limitWorkingDays: 3, standing: 'attested', checkFirst: true } as const;
  expect(standingTold(item)).toContain('先打电话');
  expect(standingTold({ ...item, confirmed })).not.toContain('先打电话');
});

test('a matter on no list says so', () => {
  expect(standingTold(undefined)).toContain('不在事项清单上');
});

test('nothing that is not official is printed without saying so, and nothing official is called unchecked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STANDINGS),
      fc.nat({ max: 30 }),
      fc.boolean(),
      fc.boolean(),
      (standing, limitWorkingDays, checkFirst, isConfirmed) => {
        const item = {
          standing,
          limitWorkingDays,
          checkFirst,
          ...(isConfirmed ? { confirmed } : {}),
        };
        const unchecked = !limitIsOfficial(item);
        expect(limitTold(item).includes('待核实')).toBe(unchecked);
        expect(standingTold(item).includes('待核实')).toBe(unchecked);
      },
    ),
  );
});
