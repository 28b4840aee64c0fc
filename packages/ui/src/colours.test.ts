import { expect, test } from 'vitest';
import { COLOURS } from './colours.ts';

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

test('every colour of text is readable on paper and on the ground', () => {
  for (const text of ['ink', 'work', 'late', 'soon', 'quiet'] as const)
    for (const under of ['paper', 'ground'] as const)
      expect(contrast(COLOURS[text], COLOURS[under]), `${text} on ${under}`).toBeGreaterThan(4.5);
});
