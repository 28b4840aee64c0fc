import type { SeededRandom } from '../random/random.ts';
import type { HouseholdKind } from './kinds.ts';
import { ageAround, anySex, childOf, couple, type Member, type Relation } from './member.ts';

type Compose = (random: SeededRandom) => Member[];

/** Children of a couple whose mother's age leaves room for them: one, at times two, never older than she allows. */
function withChildren(random: SeededRandom, wifeAge: number, parents: Member[]): Member[] {
  const bounds = [0, Math.min(21, wifeAge - 20)] as const;
  const first = childOf(random, wifeAge, 0, bounds);
  const second = random.chance(0.2) ? childOf(random, wifeAge, 0, bounds) : [];
  return [...parents, ...first, ...second];
}

/** Grandparents (at times one of them alone) with a grown child, its spouse and a grandchild. */
function threeGenerations(random: SeededRandom): Member[] {
  const motherAge = ageAround(random, 36, 5, [27, 46]);
  const grandmotherAge = motherAge + ageAround(random, 27, 3, [21, 34]);
  const bySon = random.chance(0.6);
  const elders: Member[] = random.chance(0.65)
    ? couple(random, grandmotherAge)
    : [{ relation: '户主', sex: 'female', age: grandmotherAge, family: 1 }];
  const fatherAge = motherAge + ageAround(random, 2, 2, [-2, 6]);
  const father = { sex: 'male', age: Math.min(fatherAge, grandmotherAge - 20) } as const;
  const mother = { sex: 'female', age: motherAge } as const;
  const parents: Member[] = bySon
    ? [
        { relation: '子', ...father, family: 0 },
        { relation: '儿媳', ...mother, family: 2 },
      ]
    : [
        { relation: '女', ...mother, family: 0 },
        { relation: '女婿', ...father, family: 2 },
      ];
  const relations: Record<string, Relation> = bySon
    ? { 子: '孙子', 女: '孙女' }
    : { 子: '外孙', 女: '外孙女' };
  const children = childOf(random, motherAge, bySon ? 0 : 2, [0, Math.min(19, motherAge - 20)]);
  const grandchildren = children.map((child) => ({
    ...child,
    relation: relations[child.relation] ?? child.relation,
  }));
  return [...elders, ...parents, ...grandchildren];
}

function sharedRental(random: SeededRandom): Member[] {
  return Array.from({ length: random.int(2, 4) }, (_, i) => ({
    relation: i === 0 ? '户主' : '合租人',
    sex: anySex(random),
    age: ageAround(random, 27, 4, [20, 40]),
    family: i,
  }));
}

const alone = (random: SeededRandom, womenShare: number, age: number): Member[] => [
  { relation: '户主', sex: random.chance(womenShare) ? 'female' : 'male', age, family: 0 },
];

function singleParent(random: SeededRandom): Member[] {
  const age = ageAround(random, 40, 6, [28, 54]);
  const parent: Member = {
    relation: '户主',
    sex: random.chance(0.8) ? 'female' : 'male',
    age,
    family: 1,
  };
  const child = childOf(random, age, parent.sex === 'male' ? 1 : 0, [0, Math.min(22, age - 20)]);
  return [parent, ...child];
}

const composers: Record<HouseholdKind, Compose> = {
  elderAlone: (random) => alone(random, 0.68, ageAround(random, 77, 8, [62, 101])),
  elderCouple: (random) => couple(random, ageAround(random, 70, 6, [60, 92])),
  middleCouple: (random) => couple(random, ageAround(random, 52, 4, [44, 59])),
  adultAlone: (random) => alone(random, 0.45, ageAround(random, 39, 11, [22, 59])),
  youngCouple: (random) => couple(random, ageAround(random, 30, 4, [22, 40])),
  coupleWithChild: (random) => {
    const wifeAge = ageAround(random, 37, 5, [26, 48]);
    return withChildren(random, wifeAge, couple(random, wifeAge));
  },
  withAdultChild: (random) => {
    const wifeAge = ageAround(random, 57, 4, [48, 70]);
    return [...couple(random, wifeAge), ...childOf(random, wifeAge, 0, [20, wifeAge - 20])];
  },
  threeGenerations,
  singleParent,
  sharedRental,
  foreignFamily: (random) => {
    const wifeAge = ageAround(random, 36, 5, [27, 48]);
    const parents = couple(random, wifeAge, true);
    return random.chance(0.5) ? withChildren(random, wifeAge, parents) : parents;
  },
};

/** The members of a household of this kind, head first, with ages that fit one another. */
export const composeHousehold = (random: SeededRandom, kind: HouseholdKind): Member[] =>
  composers[kind](random);
