/** Invented people: characters with the first letter of their pinyin, taken in turn by numbers without a pattern. */
const SURNAMES =
  '王w 李l 张z 刘l 陈c 杨y 赵z 黄h 周z 吴w 徐x 孙s 胡h 朱z 高g 林l 何h 郭g 马m 罗l 梁l 宋s 郑z 谢x 韩h 唐t 冯f 于y 董d 萧x'.split(
    ' ',
  );
const GIVEN =
  '晓x 梅m 建j 国g 志z 强q 丽l 华h 秀x 英y 文w 明m 玉y 兰l 桂g 芳f 海h 燕y 春c 红h 永y 平p 金j 凤f 德d 宝b 雪x 婷t 思s 远y 佳j 宁n 子z 涵h 雨y 欣x 浩h 然r 静j 怡y'.split(
    ' ',
  );

export interface Invented {
  readonly name: string;
  readonly initials: string;
  readonly phone: string;
}

const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? '';

/** The n-th invented person; every sixth has a name of two characters. */
export function invented(n: number): Invented {
  const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  const parts = [pick(SURNAMES, mixed), pick(GIVEN, mixed >>> 8)];
  if (n % 6 !== 0) parts.push(pick(GIVEN, mixed >>> 16));
  return {
    name: parts.map((part) => part.slice(0, 1)).join(''),
    initials: parts.map((part) => part.slice(1)).join(''),
    phone: `138${String(mixed % 100_000_000).padStart(8, '0')}`,
  };
}
