import type { DateText } from '../shared/index.ts';

/**
 * The number that is told to people: `YYMMDD-NNNNNN`, from the date of registration and the case's id, so that it can
 * be made without asking a counter (which would put all writers in one queue). Two cases of one committee and day can
 * meet in one number; then the next `attempt` gives another, as far from the first as any.
 *
 * @param attempt 0, then 1, 2, … after a collision
 */
export function caseNumber(id: string, date: DateText, attempt: number): string {
  return `${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8, 10)}-${shortDigits(id, attempt)}`;
}

/** Six digits from an id: the part of a number that can be said on the telephone and needs no counter. */
export function shortDigits(id: string, attempt: number): string {
  return (fnv1a(`${id.toLowerCase()}#${attempt}`) % 1_000_000).toString().padStart(6, '0');
}

/** FNV-1a, 32 bits, with the last step of MurmurHash3, because FNV alone leaves neighbours near each other. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
