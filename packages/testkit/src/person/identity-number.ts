import type { SeededRandom } from '../random/random.ts';
import type { Sex } from './given-names.ts';

/**
 * The region of composed identity numbers. Region codes begin with the province (GB/T 2260: 11 to 65, 71, 81 to 83); none
 * begins with 99, so a number of it can have been given to nobody, although its shape, date and check digit are right.
 */
export const impossibleRegion = '990101';

const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The last character by GB 11643 (ISO 7064, MOD 11-2). */
export function checkDigit(first17: string): string {
  const sum = factors.reduce((whole, factor, i) => whole + factor * Number(first17[i]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** An identity number of the right shape that cannot exist; the last digit before the check tells the sex (odd: male). */
export function makeIdentityNumber(random: SeededRandom, sex: Sex, bornOn: string): string {
  const order = 2 * random.int(0, 499) + (sex === 'male' ? 1 : 0);
  const first17 = impossibleRegion + bornOn.replaceAll('-', '') + String(order).padStart(3, '0');
  return first17 + checkDigit(first17);
}

/** Whether an identity number is impossible by the rule of this file: composed data hold no other. */
export const isImpossibleIdentityNumber = (number: string): boolean => number.startsWith('99');
