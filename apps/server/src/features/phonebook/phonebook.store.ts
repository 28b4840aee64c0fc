import { seal } from '../../platform/keys/index.ts';
import {
  type KeyRow,
  makeKey,
  openKey,
  readText,
  type SubjectKey,
} from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

/** What is called and how; encrypted under the key of the entry. */
export interface PhoneWords {
  readonly name: string;
  readonly phone: string;
  readonly note?: string;
}

interface Row extends KeyRow {
  readonly committee_id: string;
  readonly id: string;
  readonly role: string;
  readonly private: boolean;
  readonly position: number;
  readonly cipher: Buffer;
  readonly standing: string;
  readonly changed_by: string;
  readonly changed_by_name: string;
  readonly changed_at: Date;
  readonly version: number;
}

export interface StoredEntry extends Omit<Row, 'cipher' | keyof KeyRow> {
  readonly key: SubjectKey;
  readonly words: PhoneWords;
}

const SELECT = `select p.committee_id, p.id, p.role, p.private, p.position, p.key_id, p.cipher, p.standing, p.changed_by,
    p.changed_by_name, p.changed_at, p.version, k.master, k.wrapped
  from phonebook_entry p join data_key k on k.committee_id = p.committee_id and k.id = p.key_id
  where p.committee_id = $1 and p.removed_at is null`;

function opened(
  work: Pick<Work, 'keyring'>,
  { cipher, key_id, master, wrapped, ...row }: Row,
): StoredEntry[] {
  const key = openKey(work, row.committee_id, { key_id, master, wrapped });
  const words = readText<PhoneWords>(key, row.id, { keyId: key_id, cipher });
  return key === undefined || words === undefined ? [] : [{ ...row, key, words }];
}

/** The entries of a committee's own book. */
export async function entriesOf(work: Work, committeeId: string): Promise<StoredEntry[]> {
  const rows = await work.tx.read<Row>(SELECT, [committeeId]);
  return rows.flatMap((row) => opened(work, row));
}

export async function findEntry(
  work: Work,
  committeeId: string,
  id: string,
): Promise<StoredEntry | undefined> {
  const rows = await work.tx.read<Row>(`${SELECT} and p.id = $2`, [committeeId, id]);
  return rows.flatMap((row) => opened(work, row))[0];
}

export interface EntryFields {
  readonly role: string;
  readonly private: boolean;
  readonly position: number;
  readonly words: PhoneWords;
}

/** What an administrator of the committee enters is its own rule and shown as that. */
const STANDING = 'assumed';

const sealed = (key: SubjectKey, id: string, words: PhoneWords): Buffer =>
  seal(key.key, JSON.stringify(words), `${key.committeeId}|${id}`);

/** Adds an entry under a key of its own; answers it as it stands. */
export function insertEntry(
  work: Work,
  committeeId: string,
  id: string,
  { words, ...fields }: EntryFields,
): StoredEntry {
  const key = makeKey(work, committeeId, 'phonebook', id);
  work.tx.write(
    `insert into phonebook_entry (committee_id, id, role, private, position, key_id, cipher, standing, changed_by, changed_by_name, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      committeeId,
      id,
      fields.role,
      fields.private,
      fields.position,
      key.id,
      sealed(key, id, words),
      STANDING,
      work.actor.id,
      work.actor.name,
      work.now,
    ],
  );
  return { committee_id: committeeId, id, ...fields, ...changedNow(work), version: 1, key, words };
}

const changedNow = (work: Work) => ({
  standing: STANDING,
  changed_by: work.actor.id,
  changed_by_name: work.actor.name,
  changed_at: work.now,
});

/** Puts an entry in the place of the one that was seen. */
export function updateEntry(
  work: Work,
  before: StoredEntry,
  { words, ...fields }: EntryFields,
): StoredEntry {
  work.tx.write(
    `with changed as (
       update phonebook_entry set role = $4, private = $5, position = $6, cipher = $7, standing = $8, changed_by = $9,
         changed_by_name = $10, changed_at = $11, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 and removed_at is null returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [
      before.committee_id,
      before.id,
      before.version,
      fields.role,
      fields.private,
      fields.position,
      sealed(before.key, before.id, words),
      STANDING,
      work.actor.id,
      work.actor.name,
      work.now,
    ],
  );
  return { ...before, ...fields, ...changedNow(work), words, version: before.version + 1 };
}

/** Takes an entry out and destroys its key: the number is gone, also from every later restore. */
export function removeEntry(work: Work, entry: StoredEntry): void {
  work.tx.write(
    `with changed as (
       update phonebook_entry set removed_at = $4, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 and removed_at is null returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [entry.committee_id, entry.id, entry.version, work.now],
  );
  work.tx.write('delete from data_key where committee_id = $1 and id = $2', [
    entry.committee_id,
    entry.key.id,
  ]);
  work.tx.write(
    "insert into erased_key (committee_id, key_id, erased_at, basis) values ($1, $2, $3, '从电话本里拿掉')",
    [entry.committee_id, entry.key.id, work.now],
  );
}
