import type { Transaction } from '@qzt/db';
import QuickLRU from 'quick-lru';
import { type Keyring, newDataKey, type SealingKey, unwrap, wrap } from '../keys/index.ts';
import { newId } from '../random.ts';

/** What is needed of an act to write under a person's key. */
export interface Sealing {
  readonly tx: Transaction;
  readonly keyring: Keyring;
}

/** The key under which everything about one person (or one contact with somebody unknown) is encrypted. */
export interface SubjectKey {
  readonly committeeId: string;
  readonly id: string;
  readonly key: SealingKey;
}

export interface KeyRow {
  readonly key_id: string;
  readonly master: number | null;
  readonly wrapped: Buffer | null;
}

const INSERT =
  'insert into data_key (committee_id, id, subject_kind, subject_id, master, wrapped) values ($1, $2, $3, $4, $5, $6)';

interface Opened {
  readonly wrapped: Buffer;
  readonly key: SealingKey;
}

const KEPT_MS = 30_000;

/**
 * Keys opened a moment ago, under their own ids: a list opens the same twenty again and again. Found only by whoever has
 * the key's row before him, so that an erased key is not found, and taken out by the clock, so that it is soon gone from
 * memory as well.
 */
const opened = new QuickLRU<string, Opened>({ maxSize: 2_000 });

/** Opens a key that was read with its record. Undefined once it was erased: the texts under it are gone for good. */
export function openKey(
  work: Pick<Sealing, 'keyring'>,
  committeeId: string,
  { key_id: id, master, wrapped }: KeyRow,
): SubjectKey | undefined {
  if (master === null || wrapped === null) return undefined;
  const known = opened.get(id);
  if (known?.wrapped.equals(wrapped)) return { committeeId, id, key: known.key };
  const key = unwrap(work.keyring.master(master), wrapped, id);
  opened.set(id, { wrapped, key });
  setTimeout(() => opened.delete(id), KEPT_MS).unref();
  return { committeeId, id, key };
}

/** Whom or what a key is about. The last two hold words of colleagues and numbers of third people. */
export type SubjectKind = 'resident' | 'encounter' | 'case' | 'phonebook' | 'handOver' | 'feedback';

/** Makes the key of a new subject, in the same transaction as its first record. `id`: where a record names it already. */
export function makeKey(
  work: Sealing,
  committeeId: string,
  kind: SubjectKind,
  subjectId: string,
  id = newId(),
): SubjectKey {
  const made = { committeeId, id, key: newDataKey() };
  const { current } = work.keyring;
  const wrapped = wrap(work.keyring.master(current), made.key, made.id);
  work.tx.write(INSERT, [committeeId, made.id, kind, subjectId, current, wrapped]);
  return made;
}
