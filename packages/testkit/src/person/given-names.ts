import type { SeededRandom } from '../random/random.ts';

export type Sex = 'female' | 'male';

interface Fashion {
  /** Born before this year. */
  readonly until: number;
  /** Share of given names of one character. */
  readonly short: number;
  readonly female: readonly [first: string, second: string, alone: string];
  readonly male: readonly [first: string, second: string, alone: string];
}

/** What children were called when (standing: composed). Characters of each place combine freely. */
const fashions: readonly Fashion[] = [
  {
    until: 1950,
    short: 0.05,
    female: ['阿秀桂玉凤月惠素美金兰巧雪招宝', '英珍兰芳娣妹琴仙宝华珠娥云', '英珍娥'],
    male: ['根阿福金德永志国荣炳锦长仁学', '生根祥兴宝林荣康泉发才明涛', '荣明祥'],
  },
  {
    until: 1965,
    short: 0.12,
    female: ['秀建惠美丽玉爱国雅慧月林', '英华芳珍萍娟琴敏芬珠妹凤', '萍敏芳琴'],
    male: ['建国志卫新伟德永维兴文忠', '国华平强民明生荣良康林军', '明强平军'],
  },
  {
    until: 1980,
    short: 0.35,
    female: ['丽晓海文红春慧雅燕秋静佩', '萍红英华敏琳燕芳琴娟霞洁', '静红燕敏洁霞'],
    male: ['志建海晓文卫春伟国永宏俊', '强明华伟峰东军勇斌辉杰刚', '伟勇军斌杰刚'],
  },
  {
    until: 1995,
    short: 0.38,
    female: ['晓佳丽文思雅静慧梦怡嘉晨', '婷琳洁雯蕾莹颖妍君瑜敏倩', '婷洁雯颖莉倩蕾'],
    male: ['晓佳文志俊嘉晨浩天宇翔思', '峰杰伟磊俊斌翔超鹏宇骏麟', '磊杰超鹏俊凯'],
  },
  {
    until: 2008,
    short: 0.16,
    female: ['雨欣思佳诗梦怡嘉心语子晨', '怡妍婷涵琪萱悦彤宁雯玥蕾', '悦彤妍琪'],
    male: ['子浩宇俊天嘉思晨逸文博家', '轩杰豪宇恒涛毅翔航凯阳诚', '昊轩睿航'],
  },
  {
    until: Number.POSITIVE_INFINITY,
    short: 0.07,
    female: ['若一沐语诗芷欣梓清知予安', '汐诺瑶萱妍禾宁兮桐伊柠初', '玥禾宁汐'],
    male: ['沐子一梓宇辰奕景知予承星', '辰泽宸睿轩墨言远尧航安舟', '辰睿泽墨'],
  },
];

/** A given name as it was in fashion in the year of birth. */
export function makeGivenName(random: SeededRandom, sex: Sex, bornYear: number): string {
  const fashion = fashions.find(({ until }) => bornYear < until) ?? fashions[0];
  if (!fashion) throw new RangeError(`没有 ${bornYear} 年的名字`);
  const [first, second, alone] = fashion[sex];
  if (random.chance(fashion.short)) return random.pick(Array.from(alone));
  return random.pick(Array.from(first)) + random.pick(Array.from(second));
}

const abroad = {
  female: ['Anna Keller', 'Maria Silva', 'Yuki Tanaka', 'Sofia Rossi', 'Emma Novak', 'Linh Tran'],
  male: [
    'Kenji Mori',
    'Thomas Becker',
    'Pierre Laurent',
    'Daniel Cohen',
    'Marco Bianchi',
    'Erik Lund',
  ],
} as const;

/** The name of somebody from abroad, in Latin letters. */
export const makeForeignName = (random: SeededRandom, sex: Sex): string => random.pick(abroad[sex]);
