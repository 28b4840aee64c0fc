import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Transaction } from '@qzt/db';
import canonicalize from 'canonicalize';
import type { Actor } from './actor.ts';
import { type Keyring, type SealingKey, seal, unseal } from './keys/index.ts';
import { notFound, Refusal } from './refusal.ts';
import { type KeyRow, openKey, type SubjectKey } from './subject/index.ts';

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
  'insert into idempotency (owner_org_id, actor_id, route, key, body_mac, status, outcome, subject_committee_id, subject_key_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';
const SELECT = `select i.body_mac, i.outcome, i.subject_committee_id, i.subject_key_id as key_id, k.master, k.wrapped from idempotency i
  left join data_key k on k.committee_id = i.subject_committee_id and k.id = i.subject_key_id
  where i.owner_org_id = $1 and i.actor_id = $2 and i.route = $3 and i.key = $4`;

interface OutcomeRow extends Omit<KeyRow, 'key_id'> {
  readonly body_mac: Buffer;
  readonly outcome: Buffer;
  readonly subject_committee_id: string | null;
  readonly key_id: string | null;
}

function keyOf(keyring: Keyring, row: OutcomeRow): SealingKey {
  const { key_id, subject_committee_id, master, wrapped } = row;
  if (key_id === null || subject_committee_id === null) return keyring.outcome;
  const subject = openKey({ keyring }, subject_committee_id, { key_id, master, wrapped });
  if (subject === undefined) throw notFound('这一步已经做过,其中的内容现在看不到了,请刷新页面');
  return subject.key;
}

const boundTo = (actor: Actor, repeat: Repeat): string =>
  `${actor.org.id}|${actor.id}|${repeat.route}|${repeat.key}`;

/**
 * Stores the outcome in the same transaction as the act; a second one with the same key fails on the primary key. What
 * tells of a person is sealed under that person's key, so that erasing the person erases it too.
 */
export function storeOutcome(
  tx: Transaction,
  keyring: Keyring,
  actor: Actor,
  repeat: Repeat,
  json: string,
  subject: SubjectKey | undefined,
): void {
  tx.write(INSERT, [
    actor.org.id,
    actor.id,
    repeat.route,
    repeat.key,
    repeat.bodyMac,
    repeat.status,
    seal(subject?.key ?? keyring.outcome, json, boundTo(actor, repeat)),
    subject?.committeeId ?? null,
    subject?.id ?? null,
  ]);
}

/**
 * The outcome of an earlier request with this key, or undefined.
 * Errors: `idempotency-mismatch` when the earlier one said something else; `not-found` when the person it told of was
 * erased, or is no longer for the actor to see.
 */
export async function storedOutcome(
  tx: Transaction,
  keyring: Keyring,
  actor: Actor,
  repeat: Repeat,
): Promise<string | undefined> {
  const [row] = await tx.read<OutcomeRow>(SELECT, [
    actor.org.id,
    actor.id,
    repeat.route,
    repeat.key,
  ]);
  if (row === undefined) return undefined;
  if (!timingSafeEqual(row.body_mac, repeat.bodyMac)) throw new Refusal('idempotency-mismatch');
  return unseal(keyOf(keyring, row), row.outcome, boundTo(actor, repeat));
}
