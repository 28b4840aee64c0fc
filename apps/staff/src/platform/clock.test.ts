import { expect, test } from 'vitest';
import { learnTime, now, offsetOf, wrongMinutes } from './clock.ts';

const PC = Date.parse('2026-11-24T06:30:00Z');

test('the server’s time is read off its answers; seconds of transport are no difference', () => {
  expect(offsetOf('Tue, 24 Nov 2026 06:30:03 GMT', PC)).toBe(0);
  expect(offsetOf('Tue, 24 Nov 2026 06:37:00 GMT', PC)).toBe(420_000);
  expect(offsetOf(null, PC)).toBeNull();
  expect(offsetOf('yesterday', PC)).toBeNull();
});

test('a PC that is seven minutes behind is told so, and times come from the server', () => {
  expect(wrongMinutes()).toBe(0);
  const date = new Date(Date.now() + 420_000).toUTCString();
  learnTime(new Response(null, { headers: { date } }));
  expect(wrongMinutes()).toBe(-7);
  expect(Math.abs(now().getTime() - Date.parse(date))).toBeLessThan(5_000);
  learnTime(new Response(null, { headers: { date: new Date().toUTCString() } }));
  expect(wrongMinutes()).toBe(0);
});
