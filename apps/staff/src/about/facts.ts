/** How surely something is known; what is our own is never shown as a rule. */
export const SAID_BY = {
  shanghai: '上海公开报道',
  elsewhere: '外地公开做法,供参考',
  own: '本系统自己定的,街镇可以改',
} as const;

export interface Fact {
  readonly text: string;
  readonly by: keyof typeof SAID_BY;
}

/** What the work model means for a worker, each sentence with where it comes from. */
export const FOR_WORKER: readonly Fact[] = [
  { text: '一两位在接待台,其他人走访或轮休。', by: 'shanghai' },
  {
    text: '谁先被问到,谁是首问责任人:自己能办的当场办,办不了的一次说清要带什么,一直跟到有回音。',
    by: 'elsewhere',
  },
  { text: '每条线的事都能接。为了保护隐私的几样,接下后移交给条线负责人。', by: 'own' },
  { text: '居民一件事跑了几趟,系统会记。记的是事,不给人排名。', by: 'own' },
  { text: '错时上班不是加班,总时间在一段时间里拉平。', by: 'elsewhere' },
  { text: '台账不用另填:接待时记的一笔,登记簿里自己就有。', by: 'own' },
];

/** What it means for a resident. */
export const FOR_RESIDENT: readonly Fact[] = [
  { text: '有事到一个台子就行,不用先弄清归谁管。', by: 'own' },
  { text: '平日、晚上、周末、节假日都找得到人,哪天是谁,提前一周公布。', by: 'shanghai' },
  { text: '能当场办的当场办;不能的,告诉您要带什么、哪天有回音。', by: 'elsewhere' },
  { text: '转给别的单位也不用您跑,还是接待您的人告诉您结果。', by: 'own' },
  { text: '每户每年至少联系一次;独居、困难的老人联系得更勤。', by: 'shanghai' },
  { text: '不满意可以当场说,也可以投诉,有人回答。', by: 'own' },
];
