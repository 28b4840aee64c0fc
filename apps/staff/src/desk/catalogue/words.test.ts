import { expect, test } from 'vitest';
import { limitText, routeText } from './words.ts';

test('a limit without an official rule says that it is not confirmed', () => {
  expect(limitText({ limitWorkingDays: 15, limitOfficial: true })).toBe('15 个工作日');
  expect(limitText({ limitWorkingDays: 15, limitOfficial: false })).toBe('暂按15 个工作日,待核实');
  expect(limitText({ limitWorkingDays: 0, limitOfficial: false })).toBe('暂按当天,待核实');
});

test('every route reads as words; one that is not known yet is shown as it is', () => {
  expect(routeText('committee')).toMatch(/居委/);
  expect(routeText('new-route')).toBe('new-route');
});
