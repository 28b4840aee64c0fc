import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { randomBytes } from '../random.ts';

/** A key made ready: handed over as bytes, each use of it would cost three times the encryption. */
export type SealingKey = KeyObject;

const IV = 12;
const TAG = 16;

/**
 * AES-256-GCM: iv, tag, then the text. `bound` is what the text belongs to: moved to another row it does not open.
 */
export function seal(key: SealingKey, text: string, bound: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made. Errors: throws when the key is another, the text was changed or moved. */
export function unseal(key: SealingKey, sealed: Buffer, bound: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
  return decipher.update(sealed.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
}

export const newDataKey = (): SealingKey => createSecretKey(randomBytes(32));

/** A data key under a master key, bound to its own id. */
export const wrap = (master: SealingKey, key: SealingKey, id: string): Buffer =>
  seal(master, key.export().toString('base64'), id);

export const unwrap = (master: SealingKey, wrapped: Buffer, id: string): SealingKey =>
  createSecretKey(Buffer.from(unseal(master, wrapped, id), 'base64'));
