import type { SeededRandom } from '@qzt/testkit';
import type { Home } from './who-comes.ts';

/** A paper that the history writes: which one was asked for, from which template, and what stands in its blanks. */
export interface Wanted {
  readonly code: string;
  readonly template: string;
  readonly fields: Readonly<Record<string, string>>;
}

const RECIPIENTS = [
  { recipient: '浦江小学(演示)', purpose: '孩子报名' },
  { recipient: '安居公证处(演示)', purpose: '办理公证' },
  { recipient: '沪东银行(演示)', purpose: '开立账户' },
  { recipient: '申城图书馆(演示)', purpose: '办理借书证' },
] as const;
const CHECKED = ['人口登记', '上门看过', '楼组长确认'] as const;
const FACTS = [
  '今年八月楼上水管爆裂,水漏到家中,客厅顶面受潮脱皮。居委会当天上门看过,并请物业修好了水管。',
  '本人参加小区志愿服务队,每周三上午在垃圾厢房值守,已满一年。',
  '本人独自居住,子女在外地工作,居委会每周上门探望一次。',
] as const;

/** Somebody lives here since a day. */
export function residence(random: SeededRandom, home: Home, idNumber: string): Wanted {
  const { name, door: address, since } = home;
  const known = random.pick(CHECKED);
  const fields = { name, idNumber, address, since, known, ...random.pick(RECIPIENTS) };
  return { code: 'POS-SH-01', template: 'CT-01', fields };
}

/** What the committee knows of something. */
export function facts(random: SeededRandom, home: Home): Wanted {
  const { name, door: address } = home;
  const fields = { name, address, facts: random.pick(FACTS), known: '上门看过' };
  return {
    code: 'POS-SH-08',
    template: 'CT-09',
    fields: { ...fields, ...random.pick(RECIPIENTS) },
  };
}
