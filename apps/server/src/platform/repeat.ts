import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Transaction } from '@qzt/db';
import canonicalize from 'canonicalize';
import type { Actor } from './actor.ts';
import { type Keyring, seal, unseal } from './keys/index.ts';
import { Refusal } from './refusal.ts';

/** A write that may come twice: the caller's key for it, where it went, and the fingerprint of what it said. */
export interface Repeat {
  readonly key: string;
  readonly route: string;
  readonly bodyMac: Buffer;
  readonly status: number;
}

/**
 * Fingerprint of a body: the JSON as sent, key order aside. Keyed, because a short body could be guessed.
 * Errors: `invalid-input` for text that is no Unicode and for nesting without end, which have no canonical form.
 */
export const bodyMac = (keyring: Keyring, body: unknown): Buffer =>
  createHmac('sha256', keyring.body).update(canonicalOf(body)).digest();

function canonicalOf(body: unknown): string {
  try {
    return canonicalize(body) ?? '';
  } catch {
    throw new Refusal('invalid-input', { detail: '内容里有无法保存的字符,请删掉后重新输入' });
  }
}

const INSERT =
  'insert into idempotency (owner_org_id, actor_id, route, key, body_mac, status, outcome) values ($1, $2, $3, $4, $5, $6, $7)';
const SELECT =
  'select body_mac, outcome from idempotency where owner_org_id = $1 and actor_id = $2 and route = $3 and key = $4';

const boundTo = (actor: Actor, repeat: Repeat): string =>
  `${actor.org.id}|${actor.id}|${repeat.route}|${repeat.key}`;

/** Stores the outcome in the same transaction as the act; a second one with the same key fails on the primary key. */
export function storeOutcome(
  tx: Transaction,
  keyring: Keyring,
  actor: Actor,
  repeat: Repeat,
  json: string,
): void {
  tx.write(INSERT, [
    actor.org.id,
    actor.id,
    repeat.route,
    repeat.key,
    repeat.bodyMac,
    repeat.status,
    seal(keyring.outcome, json, boundTo(actor, repeat)),
  ]);
}

/**
 * The outcome of an earlier request with this key, or undefined.
 * Errors: `idempotency-mismatch` when the earlier one said something else.
 */
export async function storedOutcome(
  tx: Transaction,
  keyring: Keyring,
  actor: Actor,
  repeat: Repeat,
): Promise<string | undefined> {
  const [row] = await tx.read<{ body_mac: Buffer; outcome: Buffer }>(SELECT, [
    actor.org.id,
    actor.id,
    repeat.route,
    repeat.key,
  ]);
  if (row === undefined) return undefined;
  if (!timingSafeEqual(row.body_mac, repeat.bodyMac)) throw new Refusal('idempotency-mismatch');
  return unseal(keyring.outcome, row.outcome, boundTo(actor, repeat));
}
