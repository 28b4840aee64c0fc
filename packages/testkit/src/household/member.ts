import type { Sex } from '../person/given-names.ts';
import type { SeededRandom } from '../random/random.ts';

export type Relation =
  | '户主'
  | '配偶'
  | '子'
  | '女'
  | '儿媳'
  | '女婿'
  | '孙子'
  | '孙女'
  | '外孙'
  | '外孙女'
  | '合租人';

/** Somebody of a household before he has a name. `family`: who shares a number shares a surname. */
export interface Member {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly age: number;
  readonly family: number;
  readonly foreign?: boolean;
}

/** A whole age, normally distributed, within its bounds. */
export const ageAround = (
  random: SeededRandom,
  mean: number,
  deviation: number,
  [least, most]: readonly [number, number],
): number => Math.min(most, Math.max(least, Math.round(random.normal(mean, deviation))));

/** How old a mother was at the birth of her child. */
export const birthAge = (random: SeededRandom): number => ageAround(random, 28, 4, [20, 40]);

export const anySex = (random: SeededRandom): Sex => (random.chance(0.5) ? 'male' : 'female');

/** A married pair, the husband a little older on average; either may be head of the household. */
export function couple(random: SeededRandom, wifeAge: number, foreignSpouse = false): Member[] {
  const older = ageAround(random, 2, 2.5, [-2, 10]);
  const husband = { sex: 'male', age: Math.max(22, wifeAge + older), family: 0 } as const;
  const wife = { sex: 'female', age: wifeAge, family: 1 } as const;
  const [head, spouse] = random.chance(0.65) ? [husband, wife] : [wife, husband];
  return [
    { relation: '户主', ...head },
    { relation: '配偶', ...spouse, ...(foreignSpouse ? { foreign: true } : {}) },
  ];
}

/** A child of the head, by its mother's age; it bears the father's name. Nobody where she is still too young. */
export function childOf(
  random: SeededRandom,
  motherAge: number,
  family: number,
  [least, most]: readonly [number, number],
): Member[] {
  const age = motherAge - birthAge(random);
  if (age < 0) return [];
  const sex = anySex(random);
  const relation = sex === 'male' ? '子' : '女';
  return [{ relation, sex, age: Math.min(most, Math.max(least, age)), family }];
}
