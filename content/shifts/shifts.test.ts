import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing, WebAddress } from '../standing.ts';

const Text = z.string().trim().min(1);
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Band = z.strictObject({
  from: Clock,
  to: Clock,
  part: z.enum(['early', 'normal', 'late', 'evening', 'saturday', 'holiday']),
  byAppointment: z.boolean(),
});
const Preset = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: Text,
  description: Text,
  standing: Standing,
  where: Text,
  source: WebAddress.optional(),
  parameters: z.array(Text).min(1),
  weekly: z.array(Band.extend({ weekdays: z.array(z.int().min(1).max(7)).min(1) })).min(1),
  holidays: z.array(Band),
});
const Presets = z.strictObject({
  exclusive: z.literal(true),
  note: Text,
  presets: z.array(Preset).min(1),
});
const Parameters = z.array(z.object({ key: z.string(), default: z.unknown() }));

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { presets } = Presets.parse(read('./presets.json'));
const parameters = new Map(
  Parameters.parse(read('../parameters/parameters.json')).map(({ key, default: value }) => [
    key,
    value,
  ]),
);

const overlaps = (bands: readonly { from: string; to: string }[]) => {
  const sorted = [...bands].sort((a, b) => a.from.localeCompare(b.from));
  return sorted.filter((band, i) => i > 0 && band.from < sorted[i - 1]!.to);
};

test.each(presets)(
  '$id: its clock times are those of its parameters, no more and no fewer',
  (preset) => {
    const stated = preset.parameters.flatMap((key) =>
      z.array(z.string()).parse(parameters.get(key)),
    );
    const used = [...preset.weekly, ...preset.holidays].map(({ from, to }) => `${from}-${to}`);
    expect([...used].sort()).toEqual([...stated].sort());
  },
);

test.each(presets)('$id: no band is empty and no two overlap on one day', (preset) => {
  const bands = [...preset.weekly, ...preset.holidays];
  expect(bands.filter((band) => band.from >= band.to)).toEqual([]);
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    expect(overlaps(preset.weekly.filter((band) => band.weekdays.includes(weekday)))).toEqual([]);
  expect(overlaps(preset.holidays)).toEqual([]);
});

test('no preset claims to be a rule of Shanghai, and each says where it comes from', () => {
  expect(new Set(presets.map((preset) => preset.standing))).toEqual(new Set(['elsewhere']));
  expect(new Set(presets.map((preset) => preset.id)).size).toBe(presets.length);
});
