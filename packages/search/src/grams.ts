/** Sounds and pronouns that carry no matter; they stay inside pairs, where they may matter (我妈, 好了). */
const empty = new Set(
  '的了吗呢吧啊呀哦嘛伐呐么我你您他她它们是在有就也都还要想能会可以怎办哪里这那个啥什请问下一不没',
);

/** Turns of asking that fit every matter alike. */
const turns = new Set(
  '怎么 么办 什么 么时 时候 有没 没有 能不 不能 可以 哪里 多少 少钱 请问 一个 一下 要不 不要 是不 不是 找谁 去哪 个月'.split(
    ' ',
  ),
);

/** What a character is worth beside a pair, and what an empty one is worth; measured, and flat around these values. */
const singleWeight = 0.9;
const emptyWeight = 0.05;

/** Weighted terms of a text: how much each counts when it is asked for. */
export type Terms = ReadonlyMap<string, number>;

const isHan = (letter: string): boolean => /\p{Script=Han}/u.test(letter);

/** Splits a normalised text into runs of Han characters and words of other letters. */
export function runsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
}

/**
 * Character 1-2-grams of a normalised text; a word of other letters (4050, wifi) is one term. Pairs never cross
 * punctuation.
 */
export function gramsOf(text: string): Terms {
  const terms = new Map<string, number>();
  for (const run of runsOf(text)) {
    const letters = Array.from(run);
    if (!isHan(letters[0] ?? '')) {
      terms.set(run, 1);
      continue;
    }
    for (const [i, letter] of letters.entries()) {
      terms.set(letter, empty.has(letter) ? emptyWeight : singleWeight);
      const next = letters[i + 1];
      if (next === undefined) continue;
      const says = !turns.has(letter + next) && !(empty.has(letter) && empty.has(next));
      terms.set(letter + next, says ? 1 : emptyWeight);
    }
  }
  return terms;
}
