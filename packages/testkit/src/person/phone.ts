import type { SeededRandom } from '../random/random.ts';

/**
 * The only prefix of composed mobile numbers. No operator holds the block 154 (standing: press, as of 2022: named there as
 * one of the blocks that were never assigned), so a number of it looks right, passes a form and reaches nobody.
 */
export const unassignedPrefix = '154';

/** The demonstration resident's number; the account is part of the public contract, its codes never leave the console. */
export const demonstrationPhone = '13800000001';

/** A mobile number that cannot belong to anybody. */
export const makePhone = (random: SeededRandom): string =>
  unassignedPrefix + String(random.int(0, 99_999_999)).padStart(8, '0');

/** Whether a number belongs to nobody by the rule of this file: composed data hold no other. */
export const isFictitiousPhone = (phone: string): boolean =>
  phone === demonstrationPhone || /^154\d{8}$/.test(phone);
