import type { FirstDayStep } from '@qzt/domain/practice';

interface Words {
  readonly title: string;
  readonly how: string;
}

/** What each exercise asks for, in the words of the desk. */
export const FIRST_DAY_WORDS: Readonly<Record<FirstDayStep, Words>> = {
  find: {
    title: '用居民的话找到事项',
    how: '居民说“敬老卡丢了”。把这句话打进最上面的框,用数字键选中要办的事,按 F7 只记一笔。',
  },
  settle: {
    title: '一个键当场办结',
    how: '问了当场就办好的:打一句话,按 F2。一笔就办结了,不用再填别的。',
  },
  promise: {
    title: '登记并承诺',
    how: '今天办不完的:打一句话,选事项,按 F3。什么时候回话会自己算好,到左边“我的承诺”里看。',
  },
  refer: {
    title: '转给科室或受理中心',
    how: '打一句话,按 F4,选一个单位。转出去了您还是首问责任人,回音来了由您告诉居民。',
  },
  lend: {
    title: '借一把伞',
    how: '打“借伞”按提示记下,或到上面的“借还”里登记。还没还,左边会提醒。',
  },
  real: {
    title: '第一笔真的',
    how: '按右上角“结束演练”。下一位真的来了,照刚才的样子记一笔,就成了。',
  },
};
