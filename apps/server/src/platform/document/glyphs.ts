import type { CodeRange } from './cmap.ts';

/** What stands in the place of a character that cannot be drawn: a line to write it on by hand. */
export const WRITE_BY_HAND = '＿';

/** Marks that shape or order other characters and have no form of their own; on paper they say nothing. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
const BREAKS = /\r\n?|[\u2028\u2029\u0085]/g;
const CONTROLS = /(?!\n)\p{Cc}/gu;

/** A word of foreign letters so long that it would run over the edge, and where it may be broken. */
const LONG_WORD = /[\u0021-\u024f]{25,}/g;
const BREAKABLE = '\u200b';
const CHUNK = /.{12}(?=.)/gu;

/** Whether one of the fonts draws a character. */
export function drawing(ranges: readonly CodeRange[]): (code: number) => boolean {
  const drawn = new Uint8Array(0x110000 >> 3);
  for (const [from, to] of ranges)
    for (let code = from; code <= to; code += 1)
      drawn[code >> 3] = (drawn[code >> 3] ?? 0) | (1 << (code & 7));
  return (code) => ((drawn[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
}

const nameOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

function printableText(
  text: string,
  draws: (code: number) => boolean,
  missing: Set<string>,
): string {
  const seen = text.replace(BREAKS, '\n').replace(UNSEEN, '').replace(CONTROLS, ' ');
  let whole = '';
  for (const character of seen) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\n' || draws(code)) {
      whole += character;
      continue;
    }
    missing.add(nameOf(code));
    whole += WRITE_BY_HAND;
  }
  return whole.replace(LONG_WORD, (word) => word.replace(CHUNK, `$&${BREAKABLE}`));
}

/**
 * The same data with every text as the fonts can draw it, and the characters that none of them draws. Keys stay as they
 * are: they are ours and never printed.
 */
export function printable(
  data: unknown,
  draws: (code: number) => boolean,
): { readonly data: unknown; readonly missing: string[] } {
  const missing = new Set<string>();
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return printableText(value, draws, missing);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    return value;
  };
  return { data: walk(data), missing: [...missing].sort() };
}
