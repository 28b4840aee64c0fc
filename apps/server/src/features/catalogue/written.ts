import type { ItemEntry, ItemInFile } from '@qzt/contract/catalogue';
import type { WrittenBody } from '@qzt/domain/catalogue';

const present = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== false),
  );

/** Only what differs from the one copy that is wanted where nothing is said. */
function copiesOf({ copies }: ItemEntry): Pick<WrittenBody, 'copies'> {
  const more = Object.entries(copies ?? {}).filter(([, count]) => count > 1);
  return more.length === 0 ? {} : { copies: Object.fromEntries(more) };
}

/** What somebody wrote of an item, in the one spelling in which it is stored: no empty fields, no marks that say no. */
export function writtenOf(entry: ItemEntry): WrittenBody {
  const { copies: _copies, details, ...rest } = entry;
  return {
    ...present(rest),
    ...copiesOf(entry),
    details: {
      ...details,
      places: details.places.map((place) => present(place)),
    },
  } as unknown as WrittenBody;
}

/** What an item in a file says, without what is only for the reader of the file. */
export function entryInFile(item: ItemInFile): ItemEntry {
  const {
    code: _code,
    withdrawn: _withdrawn,
    version: _version,
    validFrom: _validFrom,
    standing: _standing,
    confirmed: _confirmed,
    details: { standing: _ofText, ...details },
    ...entry
  } = item;
  return { ...entry, details };
}
