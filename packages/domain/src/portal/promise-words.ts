/**
 * One promise in the same words wherever a resident reads it: on paper, on the second screen, on the page. They stand
 * around the time, which each of them writes in its own type: 最晚 11月26日 周四 17:30 前给您回话. Standing of the wording:
 * composed.
 */
export const PROMISE_LEAD = '最晚';
export const PROMISE_WORDS = {
  /** Whether it can be done at all is told by then. */
  accept: '前开始办,并告诉您能不能办',
  /** The outcome is told by then. */
  answer: '前给您回话',
} as const;

/** The whole sentence without a full stop. `when`: the time as people read it. */
export const promiseTold = (kind: keyof typeof PROMISE_WORDS, when: string): string =>
  `${PROMISE_LEAD} ${when} ${PROMISE_WORDS[kind]}`;
