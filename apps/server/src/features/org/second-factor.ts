import { generateSecret, generateURI, verify } from 'otplib';
import type { Keyring } from '../../platform/keys/index.ts';
import { seal, unseal } from '../../platform/keys/index.ts';

const PERIOD = 30;

/** A new secret and the address that an app on the phone reads. */
export function newSecret(username: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: '全走通', label: username, secret }) };
}

export const sealSecret = (keyring: Keyring, staffId: string, secret: string): Buffer =>
  seal(keyring.outcome, secret, `second factor|${staffId}`);

/**
 * The time step that a code belongs to, or undefined when it fits none. One step before and after count, for clocks
 * that are off by less than half a minute.
 */
export async function stepOfCode(
  keyring: Keyring,
  staffId: string,
  sealed: Buffer,
  code: string,
  now: Date,
): Promise<number | undefined> {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({
    secret: unseal(keyring.outcome, sealed, `second factor|${staffId}`),
    token: code,
    epoch,
    epochTolerance: PERIOD,
  });
  return result.valid ? Math.floor(epoch / PERIOD) + result.delta : undefined;
}
