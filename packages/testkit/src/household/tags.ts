import type { SeededRandom } from '../random/random.ts';
import type { HouseholdKind } from './kinds.ts';
import type { Member } from './member.ts';

/** Why a household may need attention (人口标签). Shares are composed; none is a figure of a real place. */
export const populationTags = [
  '独居老人',
  '纯老家庭',
  '高龄老人',
  '残疾人',
  '低保',
  '退役军人',
  '优抚对象',
  '失独家庭',
  '大病',
  '孕产妇',
  '未成年人',
  '来沪人员',
  '外籍人员',
] as const;

/** What a household receives (服务标签). */
export const serviceTags = [
  '助餐',
  '长护险',
  '一键通',
  '老伙伴结对',
  '家庭医生签约',
  '适老化改造',
] as const;

export type PopulationTag = (typeof populationTags)[number];
export type ServiceTag = (typeof serviceTags)[number];

/** What is true of one person. */
export function personTags(random: SeededRandom, member: Member): PopulationTag[] {
  const { age, sex, foreign } = member;
  const adultMan = sex === 'male' && age >= 22;
  const tags: (PopulationTag | false)[] = [
    age >= 80 && '高龄老人',
    age < 18 && '未成年人',
    foreign === true && '外籍人员',
    random.chance(age >= 60 ? 0.05 : 0.02) && '残疾人',
    random.chance(age >= 60 ? 0.02 : 0.004) && '大病',
    adultMan && random.chance(0.05) && '退役军人',
    age >= 60 && random.chance(0.006) && '优抚对象',
  ];
  return tags.filter((tag) => tag !== false);
}

const fromOutside: readonly HouseholdKind[] = ['youngCouple', 'coupleWithChild', 'adultAlone'];

/** What is true of the household as a whole. */
export function householdTags(
  random: SeededRandom,
  kind: HouseholdKind,
  members: readonly Member[],
): PopulationTag[] {
  const allOld = members.every((member) => member.age >= 60);
  const tags: (PopulationTag | false)[] = [
    kind === 'elderAlone' && '独居老人',
    members.length > 1 && allOld && '纯老家庭',
    kind === 'elderCouple' && random.chance(0.008) && '失独家庭',
    random.chance(0.012) && '低保',
    kind === 'sharedRental' && '来沪人员',
    fromOutside.includes(kind) && random.chance(0.25) && '来沪人员',
  ];
  return tags.filter((tag) => tag !== false);
}

/** What the household receives, as far as its people may receive it. */
export function servicesOf(
  random: SeededRandom,
  members: readonly Member[],
  tags: ReadonlySet<PopulationTag>,
): ServiceTag[] {
  const oldest = Math.max(...members.map((member) => member.age));
  const lonely = tags.has('独居老人');
  const services: (ServiceTag | false)[] = [
    oldest >= 60 && random.chance(lonely ? 0.25 : 0.08) && '助餐',
    oldest >= 70 && random.chance(0.1) && '长护险',
    lonely && random.chance(0.4) && '一键通',
    lonely && oldest >= 70 && random.chance(0.35) && '老伙伴结对',
    random.chance(oldest >= 60 ? 0.6 : 0.2) && '家庭医生签约',
    oldest >= 60 && random.chance(0.03) && '适老化改造',
  ];
  return services.filter((service) => service !== false);
}
