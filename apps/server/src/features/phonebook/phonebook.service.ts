import type { BodyOf } from '@qzt/contract';
import type { PhoneEntry, phonebookEndpoints } from '@qzt/contract/phonebook';
import { maskPhone } from '@qzt/domain/household';
import { byBook, isPrivateRole, PHONE_ROLE_NAMES, type PhoneRole } from '@qzt/domain/phonebook';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { toOffset } from '../../platform/time.ts';
import { againAfter, type Ground, transact, violated, type Work } from '../../platform/transact.ts';
import {
  type EntryFields,
  entriesOf,
  findEntry,
  insertEntry,
  removeEntry,
  type StoredEntry,
  updateEntry,
} from './phonebook.store.ts';
import { type ShippedNumber, shippedNumbers } from './shipped-numbers.ts';

function ownCommittee(actor: Actor): string {
  if (actor.org.kind !== 'committee')
    throw new Refusal('not-permitted', { detail: '电话本由各居委会自己维护和查看' });
  return actor.org.id;
}

const entryView = (entry: StoredEntry, whole: boolean): PhoneEntry => ({
  id: entry.id,
  role: entry.role,
  name: entry.words.name,
  phone: whole ? entry.words.phone : maskPhone(entry.words.phone),
  masked: !whole,
  private: entry.private,
  note: entry.words.note ?? null,
  position: entry.position,
  standing: entry.standing,
  shipped: false,
  changedBy: { id: entry.changed_by, name: entry.changed_by_name },
  changedAt: toOffset(entry.changed_at),
  version: entry.version,
});

const shippedView = (number: ShippedNumber): PhoneEntry => ({
  ...number,
  masked: false,
  private: false,
  note: null,
  position: 0,
  shipped: true,
  changedBy: null,
  changedAt: null,
  version: 0,
});

/**
 * The book of a committee in its order: its own entries, and the shipped numbers whose role it has not filled itself.
 * For other rooms inside their own transaction (danger card, offline kit): whoever calls it logs why. `whole`: private
 * numbers unmasked, for what is printed for the hour without power and for the head's eyes.
 */
export async function phonebookOf(
  work: Work,
  committeeId: string,
  whole: boolean,
): Promise<PhoneEntry[]> {
  const [own, shipped] = await Promise.all([entriesOf(work, committeeId), shippedNumbers()]);
  const filled = new Set(own.map(({ role }) => role).filter((role) => role !== 'other'));
  return [
    ...own.map((entry) => entryView(entry, whole || !entry.private)),
    ...shipped.filter(({ role }) => !filled.has(role)).map(shippedView),
  ].sort(byBook);
}

/**
 * The number that residents are told: that of the reception desk, from the committee's own book. Null where nobody has
 * entered one, and where it is marked as private.
 */
export async function receptionPhone(work: Work, committeeId: string): Promise<string | null> {
  const entries = await entriesOf(work, committeeId);
  return entries.find((entry) => entry.role === 'reception' && !entry.private)?.words.phone ?? null;
}

/** The telephone book, private numbers masked; the log says who looked. Errors: `not-permitted`. */
export function listPhones(ground: Ground, actor: Actor): Promise<{ items: PhoneEntry[] }> {
  permit(actor, 'phonebook.read');
  const committeeId = ownCommittee(actor);
  return transact(ground, actor, '查看电话本', async (work) => {
    const items = await phonebookOf(work, committeeId, false);
    work.audit({ action: 'phonebook.list', subject: 'phonebook', facts: { found: items.length } });
    return { items };
  });
}

/** One number in full, for a purpose that the log keeps. Errors: `not-permitted`, `not-found`. */
export function revealPhone(
  ground: Ground,
  actor: Actor,
  id: string,
  purpose: string,
): Promise<PhoneEntry> {
  permit(actor, 'phonebook.read');
  const committeeId = ownCommittee(actor);
  return transact(ground, actor, purpose, async (work) => {
    const entry = await findEntry(work, committeeId, id);
    if (entry === undefined) throw notFound('电话本里没有这个号码了,请刷新页面');
    work.audit({ action: 'phonebook.reveal', subject: 'phonebook', subjectId: id, committeeId });
    return entryView(entry, true);
  });
}

type Fields = Omit<BodyOf<typeof phonebookEndpoints.addPhone>, 'id'>;

function fieldsOf({ role, name, phone, note, position, ...more }: Fields): EntryFields {
  if (!(PHONE_ROLE_NAMES as readonly string[]).includes(role))
    throw wrongField('role', '没有这一类,请从名单里选', 'unknown');
  return {
    role,
    private: more.private ?? isPrivateRole(role as PhoneRole),
    position,
    words: { name, phone, ...(note ? { note } : {}) },
  };
}

/** Adds an entry. Errors: `not-permitted`, `invalid-input` (role), `id-exists`. */
export async function addPhone(
  ground: Ground,
  actor: Actor,
  { id, ...fields }: BodyOf<typeof phonebookEndpoints.addPhone>,
  repeat: Repeat,
): Promise<PhoneEntry> {
  permit(actor, 'phonebook.edit');
  const committeeId = ownCommittee(actor);
  const entry = fieldsOf(fields);
  try {
    return await transact(
      ground,
      actor,
      '修改电话本',
      async (work) => {
        const made = insertEntry(work, committeeId, id, entry);
        work.tellsOf(made.key);
        work.audit({ action: 'phonebook.add', subject: 'phonebook', subjectId: id, committeeId });
        return entryView(made, true);
      },
      repeat,
    );
  } catch (error) {
    if (!ID_TAKEN.some((constraint) => violated(error, constraint))) throw error;
    const known = await transact(ground, actor, '查重', (work) => findEntry(work, committeeId, id));
    throw known ? new Refusal('id-exists', { version: known.version }) : notFound();
  }
}

const ID_TAKEN = ['phonebook_entry_pkey', 'data_key_committee_id_subject_kind_subject_id_key'];

async function seen(work: Work, committeeId: string, id: string): Promise<StoredEntry> {
  const entry = await findEntry(work, committeeId, id);
  if (entry === undefined) throw notFound('电话本里没有这个号码了,请刷新页面');
  return entry;
}

const standsAs = (entry: StoredEntry, fields: EntryFields): boolean =>
  entry.role === fields.role &&
  entry.private === fields.private &&
  entry.position === fields.position &&
  entry.words.name === fields.words.name &&
  entry.words.phone === fields.words.phone &&
  entry.words.note === fields.words.note;

/**
 * Puts an entry in the place of the one with this version. What stands there already is answered as it is.
 * Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input`.
 */
export function changePhone(
  ground: Ground,
  actor: Actor,
  id: string,
  version: number,
  body: BodyOf<typeof phonebookEndpoints.changePhone>,
): Promise<PhoneEntry> {
  permit(actor, 'phonebook.edit');
  const committeeId = ownCommittee(actor);
  return againAfter('version-conflict', () =>
    transact(ground, actor, '修改电话本', async (work) => {
      const entry = await seen(work, committeeId, id);
      const fields = fieldsOf({ ...body, phone: body.phone ?? entry.words.phone });
      if (entry.version !== version) {
        if (standsAs(entry, fields)) return entryView(entry, true);
        throw new Refusal('version-conflict', { version: entry.version });
      }
      const changed = updateEntry(work, entry, fields);
      work.audit({ action: 'phonebook.change', subject: 'phonebook', subjectId: id, committeeId });
      return entryView(changed, true);
    }),
  );
}

/** Takes an entry out. Errors: `not-permitted`, `not-found`, `version-conflict`. */
export function removePhone(
  ground: Ground,
  actor: Actor,
  id: string,
  version: number,
): Promise<void> {
  permit(actor, 'phonebook.edit');
  const committeeId = ownCommittee(actor);
  return againAfter('version-conflict', () =>
    transact(ground, actor, '修改电话本', async (work) => {
      const entry = await seen(work, committeeId, id);
      if (entry.version !== version)
        throw new Refusal('version-conflict', { version: entry.version });
      removeEntry(work, entry);
      work.audit({ action: 'phonebook.remove', subject: 'phonebook', subjectId: id, committeeId });
    }),
  );
}
