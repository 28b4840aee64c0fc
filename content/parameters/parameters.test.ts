import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing, WebAddress } from '../standing.ts';

const Scalar = z.union([z.number(), z.boolean(), z.string()]);
const Parameter = z.strictObject({
  key: z.string().regex(/^[a-z]+(\.[a-zA-Z]+)+$/),
  default: z.union([Scalar, z.null(), z.array(Scalar).min(1), z.record(z.string(), Scalar)]),
  unit: z.string().min(1),
  standing: Standing,
  where: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
  sources: z.array(WebAddress).min(1).optional(),
});

const text = readFileSync(new URL('./parameters.json', import.meta.url), 'utf8');
const parameters = z.array(Parameter).parse(JSON.parse(text));
const byKey = new Map(parameters.map((parameter) => [parameter.key, parameter]));
const defaultOf = (key: string) => byKey.get(key)?.default;

test('a key names one parameter', () => {
  expect(byKey.size).toBe(parameters.length);
});

test('what comes from another city says from where, and what is official says by whom', () => {
  const mute = parameters.filter(
    ({ standing, where, note }) => standing === 'elsewhere' && !where && !note,
  );
  const unfounded = parameters.filter(
    ({ standing, where, sources }) => standing.startsWith('official') && !where && !sources,
  );
  expect(mute).toEqual([]);
  expect(unfounded).toEqual([]);
});

test('what is assumed claims no source', () => {
  expect(parameters.filter(({ standing, sources }) => standing === 'assumed' && sources)).toEqual(
    [],
  );
});

test('hours are half-open bands written HH:MM-HH:MM', () => {
  const hours = parameters.filter((parameter) => parameter.unit === 'time');
  expect(hours.length).toBeGreaterThan(0);
  for (const { default: bands } of hours)
    expect(bands).toSatisfy(
      (all: unknown) =>
        z
          .array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/))
          .min(1)
          .safeParse(all).success,
    );
});

test('the assessment weighs five dimensions and a hundred points', () => {
  const weights = z.array(z.number()).parse(defaultOf('eval.weights'));
  expect(weights).toHaveLength(z.array(z.string()).parse(defaultOf('eval.dimensions')).length);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test('the spine finds the numbers it runs on', () => {
  expect(defaultOf('case.acceptWithinWorkingDays')).toBe(1);
  expect(defaultOf('case.silenceClosesAfterWorkingDays')).toBe(5);
  expect(defaultOf('case.reopenWithinDays')).toBe(30);
  expect(defaultOf('danger.firstCallMinutes')).toBe(5);
  expect(defaultOf('danger.subdistrictMinutes')).toBe(15);
});
