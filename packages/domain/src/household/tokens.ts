import { phoneDigits } from './mask.ts';

/** A name without what people write differently: width, case, spaces, and the dot within names. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・•.]/g, '');
}

/**
 * The keys under which a name is filed: each character and each pair of neighbours, each once. The server hashes them
 * with a key: part of a name finds the person, and the table alone betrays no name.
 */
export function nameTokens(name: string): string[] {
  const characters = [...normalName(name)];
  return [...new Set([...characters, ...pairs(characters)])];
}

/** The keys that a part of a name is looked up by, all of which must be there: pairs say more than characters. */
export function nameQueryTokens(part: string): string[] {
  const characters = [...normalName(part)];
  return [...new Set(characters.length > 1 ? pairs(characters) : characters)];
}

/**
 * The keys of pinyin initials, from the initials of the whole name (张小三 → zxs): every beginning of two letters or
 * more, so that the first letters find it too.
 */
export function initialTokens(initials: string): string[] {
  const letters = initials.toLowerCase().replace(/[^a-z]/g, '');
  const tokens: string[] = [];
  for (let length = 2; length <= letters.length; length += 1) tokens.push(letters.slice(0, length));
  return tokens;
}

/** The keys of a telephone number: the whole, and its last four digits, by which people say it. */
export function phoneTokens(phone: string): string[] {
  const digits = phoneDigits(phone);
  if (digits.length < 5) return digits.length === 0 ? [] : [digits];
  return [digits, digits.slice(-4)];
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
