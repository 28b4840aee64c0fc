import { type Keyring, newDataKey, seal, wrap } from '../../../platform/keys/index.ts';
import type { SubjectKey, SubjectKind, TextOwner } from '../../../platform/subject/index.ts';
import type { RowSink } from './row-sink.ts';

/** Makes the key of a subject and keeps its row: a secret of this installation, whatever the seed. */
export function keepKey(
  sink: RowSink,
  keyring: Keyring,
  key: { readonly committeeId: string; readonly id: string },
  subject: { readonly kind: SubjectKind; readonly id: string },
): SubjectKey {
  const made = { ...key, key: newDataKey() };
  const { current } = keyring;
  const wrapped = wrap(keyring.master(current), made.key, made.id);
  sink.add('data_key', [made.committeeId, made.id, subject.kind, subject.id, current, wrapped]);
  return made;
}

/** Encrypts words under a key, bound to the record that they belong to. */
export const sealFor = (key: SubjectKey, id: string, words: object): Buffer =>
  seal(key.key, JSON.stringify(words), `${key.committeeId}|${id}`);

/** Keeps words beside a record, under the record's own id. */
export function keepText(
  sink: RowSink,
  key: SubjectKey,
  id: string,
  owner: TextOwner,
  words: object,
): void {
  sink.add('personal_text', [
    key.committeeId,
    id,
    'caseId' in owner ? owner.caseId : null,
    'encounterId' in owner ? owner.encounterId : null,
    key.id,
    sealFor(key, id, words),
  ]);
}
