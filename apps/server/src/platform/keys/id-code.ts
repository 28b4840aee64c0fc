import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject } from 'node:crypto';

/*
 * A code that stands for a record and can be handed out on paper: the record's id, enciphered as one AES-256 block under
 * a key of its own for each tenant. One block under a secret key is a permutation of 128 bits, so a code tells nothing of
 * the id, a guess meets one of n records with a chance of n in 2^128, and nothing has to be stored: the same record has
 * the same code at every reprint, and whoever gets hold of the database without the keys knows no code.
 */

/** Crockford's alphabet: no I, L, O and U, so that a code survives being read aloud and typed. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BLOCK = 16;
/** 26 letters hold 130 bits; the two that are left over are zero. */
export const CODE_LENGTH = 26;

const keyOf = (key: KeyObject, tenant: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), tenant, 32));

/** The code of an id (a UUID of any version). */
export function codeOfId(key: KeyObject, tenant: string, id: string): string {
  const cipher = createCipheriv('aes-256-ecb', keyOf(key, tenant), null).setAutoPadding(false);
  const block = Buffer.concat([cipher.update(id.replaceAll('-', ''), 'hex'), cipher.final()]);
  let bits = BigInt(`0x${block.toString('hex')}`) << 2n;
  let code = '';
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    code = LETTERS.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code;
}

/** The id behind a code as it was printed; undefined for what is no code. Whether there is such a record, nobody has said. */
export function idOfCode(key: KeyObject, tenant: string, code: string): string | undefined {
  if (code.length !== CODE_LENGTH) return undefined;
  let bits = 0n;
  for (const letter of code) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    bits = (bits << 5n) | BigInt(value);
  }
  if ((bits & 3n) !== 0n) return undefined;
  const block = Buffer.from((bits >> 2n).toString(16).padStart(BLOCK * 2, '0'), 'hex');
  const decipher = createDecipheriv('aes-256-ecb', keyOf(key, tenant), null).setAutoPadding(false);
  const hex = Buffer.concat([decipher.update(block), decipher.final()]).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
