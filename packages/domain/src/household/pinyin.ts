const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])';
const FINAL =
  '(?:i?ang|iong|uang|eng|ing|ong|i?an|uan|iao|uai|en|in|un|er|ai|ei|ao|ou|ia|ie|iu|ua|ui|uo|ue|ve|a|o|e|i|u|v)';
const SYLLABLE = new RegExp(`^(?:${INITIAL}?${FINAL})$`);
const BEGINNING = new RegExp(`^${INITIAL}$`);
/** The longest syllable: zhuang. */
const LONGEST = 6;
/** Characters of the longest names that are looked up so. */
const MOST = 4;

/**
 * The initials that letters can mean when they spell a name in pinyin: wangxiuying → wxy. The last syllable may only be
 * begun (wangxiu, wangx). More than one where the letters can be cut differently (xian → x, xa); empty where they spell
 * no name of two to four characters.
 */
export function spelledInitials(letters: string): string[] {
  const found = new Set<string>();
  const cut = (rest: string, initials: string): void => {
    if (rest === '') {
      if (initials.length >= 2) found.add(initials);
      return;
    }
    if (initials.length >= MOST) return;
    for (let length = 1; length <= Math.min(LONGEST, rest.length); length += 1) {
      const piece = rest.slice(0, length);
      const last = length === rest.length && BEGINNING.test(piece);
      if (last || SYLLABLE.test(piece)) cut(rest.slice(length), initials + piece.slice(0, 1));
    }
  };
  cut(letters.toLowerCase(), '');
  return [...found];
}
