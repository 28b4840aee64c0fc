import { COMPOUND_SURNAMES } from './surnames.ts';

/** Given-name characters shown as stars at most, so that a very long name is not known by its length. */
const MOST_STARS = 3;

/**
 * A name as it is shown by default: the surname and a star for each further character (张三 → 张*, 欧阳娜娜 → 欧阳**). A name
 * in Latin letters keeps its first letter.
 */
export function maskName(name: string): string {
  const characters = [...name.normalize('NFKC').replace(/\s+/g, ' ').trim()];
  if (characters.length === 0) return '';
  if (characters.length === 1) return '*';
  if (/^\p{Script=Latin}/u.test(characters[0] ?? '')) return `${characters[0]}***`;
  const two = characters.slice(0, 2).join('');
  const shown = characters.length > 2 && COMPOUND_SURNAMES.has(two) ? 2 : 1;
  const stars = Math.min(characters.length - shown, MOST_STARS);
  return characters.slice(0, shown).join('') + '*'.repeat(stars);
}

/** A telephone number as it is shown by default: 138****0001; of any other number the last four digits at most. */
export function maskPhone(phone: string): string {
  const digits = phoneDigits(phone);
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return digits.length >= 8 ? `****${digits.slice(-4)}` : '****';
}

/** A door as it is shown to whoever need not know the flat: the building, the room hidden (3号楼***室). */
export function maskDoor(door: string): string {
  const match = /^(.*(?:号楼|号|幢|栋|座|楼|单元|门|弄|-|#))\s*[\da-z]+\s*(室?)$/i.exec(
    door.normalize('NFKC').trim(),
  );
  return match === null ? '***' : `${match[1]}***${match[2]}`;
}

/** The digits of a number as people write it, without the country's prefix. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return /^(?:00)?861\d{10}$/.test(digits) ? digits.slice(-11) : digits;
}
