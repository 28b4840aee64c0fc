/** A thing that the desk usually lends: a preset of `content/lending`. */
export interface Thing {
  readonly code: string;
  readonly name: string;
  /** Other words that people use for it. */
  readonly alsoCalled: readonly string[];
  readonly workingDays: number;
}

const LOAN_WORDS = /[借租]/;
const NO_LOAN = /借[钱款贷据条口助]|[网房]贷|借住|借读|借调|租房|房租|出租|租客|承租|廉租|公租/;
const COUNTS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const COUNT = /(\d{1,2}|[一两二三四五六七八九十])(?:把|辆|台|个|张|副|根|只|套|件|支|条)/;

/** The thing that a text names: the longest of its names wins. */
export function thingNamed(text: string, things: readonly Thing[]): Thing | undefined {
  const said = text.normalize('NFKC').replace(/\s+/g, '');
  let best: Thing | undefined;
  let length = 0;
  for (const thing of things)
    for (const name of [thing.name, ...thing.alsoCalled])
      if (name.length > length && said.includes(name)) {
        best = thing;
        length = name.length;
      }
  return best;
}

/**
 * What a line of words asks to borrow (借伞, 借轮椅用两天, 借两把雨伞): the preset with the count, or the word 借 alone with no
 * thing; undefined where nothing is borrowed (借钱, 租房 are other matters).
 */
export function loanInWords(
  text: string,
  things: readonly Thing[],
): { readonly thing: Thing | undefined; readonly count: number } | undefined {
  const said = text.normalize('NFKC');
  if (!LOAN_WORDS.test(said) || NO_LOAN.test(said)) return undefined;
  const thing = thingNamed(said, things);
  if (thing === undefined && !/^\s*(?:想|要|来)?借/.test(said)) return undefined;
  const found = COUNT.exec(said)?.[1] ?? '1';
  return { thing, count: Math.max(1, COUNTS[found] ?? Number(found)) };
}
