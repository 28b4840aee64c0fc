/** A matter that needs no case: most of a committee's day (standing: assumed). The numbers say how often, beside each other. */
export interface OneLine {
  readonly words: string;
  readonly outcome: 'settled' | 'advice';
  /** The item where the catalogue has one; 其他 otherwise. */
  readonly serviceItem?: string;
  readonly weight: number;
}

/** Composed: what is said at the desk in passing. */
export const oneLines: readonly OneLine[] = [
  { words: '借把伞', outcome: 'settled', serviceItem: 'LJL-030', weight: 6 },
  { words: '还伞', outcome: 'settled', weight: 5 },
  { words: '复印身份证', outcome: 'settled', serviceItem: 'LJL-031', weight: 8 },
  { words: '帮忙打印一张乘车码', outcome: 'settled', serviceItem: 'LJL-031', weight: 3 },
  { words: '量个血压', outcome: 'settled', serviceItem: 'LJL-026', weight: 4 },
  { words: '借个梯子用一用', outcome: 'settled', serviceItem: 'LJL-030', weight: 2 },
  { words: '问社区医院怎么走', outcome: 'advice', weight: 4 },
  { words: '问到受理中心坐几路车', outcome: 'advice', weight: 3 },
  { words: '快递放一下,晚点来拿', outcome: 'settled', weight: 4 },
  { words: '问今天下午开不开门', outcome: 'advice', weight: 3 },
  { words: '手机字太小,帮忙调大', outcome: 'settled', serviceItem: 'LJL-032', weight: 3 },
  { words: '来坐坐,说说家常', outcome: 'settled', weight: 3 },
  { words: '问明天停水到几点', outcome: 'advice', weight: 3 },
  { words: '捡到一串钥匙,放在居委', outcome: 'settled', weight: 2 },
  { words: '找物业电话', outcome: 'advice', weight: 4 },
  { words: '问活动室几点下棋', outcome: 'advice', weight: 3 },
  { words: '换了手机号,来改一下', outcome: 'settled', weight: 2 },
  { words: '领居民手册', outcome: 'settled', weight: 2 },
  { words: '问垃圾房什么时候开', outcome: 'advice', weight: 3 },
  { words: '报名周六读书会', outcome: 'settled', weight: 2 },
];
