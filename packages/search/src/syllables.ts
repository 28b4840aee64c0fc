const initials = ['zh', 'ch', 'sh', ...'bpmfdtnlgkhjqxrzcsyw'];
const finals =
  'a o e i u v ai ei ui ao ou iu ie ue ve er an en in un vn ang eng ing ong ia ua uo iao uai ian uan iang uang iong'.split(
    ' ',
  );

/** Every spelling that can be a syllable of pinyin; a few that never occur do no harm. */
const syllables = new Set([
  ...finals,
  ...initials.flatMap((initial) => finals.map((final) => initial + final)),
]);
const longestSyllable = 6;

/**
 * Cuts a word of letters into the fewest pinyin syllables ("jinglaoka" → jing, lao, ka), or gives undefined where it is not
 * pinyin throughout. Linear in the length of the word.
 */
export function cutSyllables(word: string): string[] | undefined {
  const fewest: (number | undefined)[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= word.length; end++)
    for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
      const before = fewest[start];
      if (before === undefined || !syllables.has(word.slice(start, end))) continue;
      const known = fewest[end];
      if (known !== undefined && known <= before + 1) continue;
      fewest[end] = before + 1;
      from[end] = start;
    }
  if (word.length === 0 || fewest[word.length] === undefined) return undefined;
  const cut: string[] = [];
  for (let end = word.length; end > 0; end = from[end] ?? 0) cut.push(word.slice(from[end], end));
  return cut.reverse();
}
