import type { CatalogueFile, ImportLine, ItemInFile } from '@qzt/contract/catalogue';
import { compareItems, type NextVersion, rewrite } from '@qzt/domain/catalogue';
import type { MadeVersion } from './catalogue.store.ts';
import { labelOf } from './judged.ts';
import { knownOf } from './known.ts';
import { entryInFile, writtenOf } from './written.ts';

/** What an import does to one item. `next` undefined: nothing. */
export interface Planned {
  readonly code: string;
  readonly before: MadeVersion | undefined;
  readonly next: NextVersion | undefined;
  readonly withdrawn: boolean;
  readonly inFile: boolean;
}

/** Nothing is known of an item that comes with a file, whatever the file says of itself. */
const newItem = (item: ItemInFile): NextVersion => {
  const { details, ...rest } = writtenOf(entryInFile(item));
  return {
    body: details ? { ...rest, details: { ...details, standing: 'composed' } } : rest,
    standing: 'reconstructed',
    confirmedStays: false,
  };
};

function plan(item: ItemInFile, before: MadeVersion | undefined): Planned {
  const withdrawn = item.withdrawn === true;
  const at = { code: item.code, before, withdrawn, inFile: true };
  if (before === undefined) return { ...at, next: newItem(item) };
  const known = knownOf(before);
  const rewritten = rewrite(known, writtenOf(entryInFile(item)));
  if (rewritten !== undefined || withdrawn === before.withdrawn) return { ...at, next: rewritten };
  // Only whether it is offered changes: its words and its standing stay.
  const { body, standing } = known;
  return { ...at, next: { body, standing, confirmedStays: before.confirmed !== null } };
}

/** What becomes of each item of the file and of each that the file does not have, in the catalogue's order. */
export function planImport(
  file: CatalogueFile,
  newest: ReadonlyMap<string, MadeVersion>,
): Planned[] {
  const planned = new Map(
    [...newest].map(([code, before]): [string, Planned] => [
      code,
      { code, before, next: undefined, withdrawn: before.withdrawn, inFile: false },
    ]),
  );
  for (const item of file.items) planned.set(item.code, plan(item, newest.get(item.code)));
  return [...planned.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function wayOf({ before, next, withdrawn, inFile }: Planned): ImportLine['way'] {
  if (!inFile) return 'left';
  if (next === undefined) return 'same';
  if (before === undefined) return 'new';
  if (before.withdrawn === withdrawn) return 'changed';
  return withdrawn ? 'withdrawn' : 'restored';
}

/** One line of the differences that are read before an import. */
export function lineOfImport(planned: Planned): ImportLine {
  const { code, before, next } = planned;
  const standing = next?.standing ?? before?.standing ?? 'reconstructed';
  return {
    code,
    name: next?.body.name ?? before?.body.name ?? code,
    way: wayOf(planned),
    changes: (before && next
      ? compareItems(before.body, next.body)
      : []) as unknown as ImportLine['changes'],
    standing,
    standingLabel: labelOf(standing),
    losesConfirmation: before?.confirmed != null && next?.confirmedStays === false,
  };
}
