import type { PhoneEntry } from '@qzt/contract/phonebook';
import { PHONE_ROLE_NAMES, PHONE_ROLES, type PhoneRole } from '@qzt/domain/phonebook';

const roleOf = (entry: Pick<PhoneEntry, 'role'>): PhoneRole =>
  PHONE_ROLE_NAMES.find((role) => role === entry.role) ?? 'other';

/** The entries that a word finds: in the name, the kind, the note, or the digits of a shown number. */
export function foundIn(entries: readonly PhoneEntry[], words: string): readonly PhoneEntry[] {
  const asked = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (asked === '') return entries;
  return entries.filter((entry) =>
    [entry.name, PHONE_ROLES[roleOf(entry)], entry.note ?? '', entry.phone].some((text) =>
      text.replace(/\s+/g, '').toLowerCase().includes(asked),
    ),
  );
}

/** The entries by their kind, in the order in which they came. */
export const groupsOf = (
  entries: readonly PhoneEntry[],
): readonly (readonly [PhoneRole, readonly PhoneEntry[]])[] => [
  ...Map.groupBy(entries, roleOf).entries(),
];
