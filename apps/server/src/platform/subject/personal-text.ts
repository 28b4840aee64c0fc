import { seal, unseal } from '../keys/index.ts';
import type { Sealing, SubjectKey } from './subject-key.ts';

const INSERT =
  'insert into personal_text (committee_id, id, case_id, encounter_id, key_id, cipher) values ($1, $2, $3, $4, $5, $6)';

export type TextOwner = { readonly caseId: string } | { readonly encounterId: string };

/** Keeps what people wrote beside a record, encrypted and bound to it, under the record's own id. */
export function writeText(
  work: Pick<Sealing, 'tx'>,
  key: SubjectKey,
  id: string,
  owner: TextOwner,
  words: object,
): void {
  work.tx.write(INSERT, [
    key.committeeId,
    id,
    'caseId' in owner ? owner.caseId : null,
    'encounterId' in owner ? owner.encounterId : null,
    key.id,
    seal(key.key, JSON.stringify(words), `${key.committeeId}|${id}`),
  ]);
}

/** A text as it was read: the key that it was written under, and what stands there; null where nothing was written. */
export interface SealedText {
  readonly keyId: string | null;
  readonly cipher: Buffer | null;
}

/**
 * Reads it back. Undefined when nothing was written, or when the key that it was written under was erased: a record
 * goes on under a key of its own then, which opens nothing that was written before.
 */
export function readText<T>(
  key: SubjectKey | undefined,
  id: string,
  { keyId, cipher }: SealedText,
): T | undefined {
  if (key === undefined || cipher === null || keyId !== key.id) return undefined;
  return JSON.parse(unseal(key.key, cipher, `${key.committeeId}|${id}`)) as T;
}
