/** The words of the drawing, whichever way it runs. */
export const MECHANISM = {
  title: '全岗通怎么转起来',
  said: '居民来到一个接待台,什么事都可以说;当场能办的就办好,办不了的说定哪一天回话;事情转给科室和受理中心去办;居民不用再跑,首问的人把结果告诉他。',
  boxes: [
    { title: '居民', lines: ['来、打电话、网上', '说自己的话'], strong: false },
    { title: '一个接待台', lines: ['谁在都能接', '哪一条线的事都接'], strong: true },
    { title: '说定一天', lines: ['当场能办的就办好', '不能的说定哪天回话'], strong: false },
    { title: '科室来办', lines: ['事情转过去', '人不用跑过去'], strong: false },
  ],
  asked: '任何一件事',
  told: '一次说清',
  passed: '转',
  kept: '首问的人一直跟到底',
  back: '结果由首问的人告诉居民,居民不用再跑',
} as const;
