import type { Transaction } from '@qzt/db';
import { type Keyring, newDataKey, unwrap, wrap } from '../keys/index.ts';
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
  readonly key: Buffer;
}

export interface KeyRow {
  readonly key_id: string;
  readonly master: number | null;
  readonly wrapped: Buffer | null;
}

const INSERT =
  'insert into data_key (committee_id, id, subject_kind, subject_id, master, wrapped) values ($1, $2, $3, $4, $5, $6)';

/** Opens a key that was read with its record. Undefined once it was erased: the texts under it are gone for good. */
export function openKey(
  work: Pick<Sealing, 'keyring'>,
  committeeId: string,
  row: KeyRow,
): SubjectKey | undefined {
  if (row.master === null || row.wrapped === null) return undefined;
  return {
    committeeId,
    id: row.key_id,
    key: unwrap(work.keyring.master(row.master), row.wrapped, row.key_id),
  };
}

/** Whom or what a key is about. The last two hold words of colleagues and numbers of third people. */
export type SubjectKind = 'resident' | 'encounter' | 'case' | 'phonebook' | 'handOver';

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
