import type { ItemEntry, ItemShown } from '@qzt/contract/catalogue';
import type { ItemBody } from '@qzt/domain/catalogue';

/** What is written in the form of an item: lists are written one to a line. */
export interface EntryForm {
  readonly name: string;
  readonly serviceLine: string;
  readonly category: string;
  readonly route: string;
  readonly limit: string;
  readonly materials: string;
  readonly phrasings: string;
  readonly source: string;
  readonly checkFirst: boolean;
  readonly handOver: boolean;
  readonly urgent: boolean;
  readonly confidential: boolean;
  readonly forWhom: string;
  readonly steps: string;
  readonly script: string;
  readonly places: string;
  readonly fee: string;
  readonly closing: string;
}

const BETWEEN = ';';

type Place = NonNullable<ItemShown['details']>['places'][number];

const placeLine = ({ name, address, phone }: Place): string =>
  [name, address ?? (phone ? '' : undefined), phone]
    .filter((part) => part !== undefined)
    .join(BETWEEN);

/** What a version says, as it is written in the form. */
export function formOf(shown: ItemShown): EntryForm {
  const { details, copies } = shown;
  return {
    name: shown.name,
    serviceLine: shown.serviceLine,
    category: shown.category ?? '',
    route: shown.route,
    limit: String(shown.limitWorkingDays),
    materials: shown.materials
      .map((name) => ((copies?.[name] ?? 1) > 1 ? `${name} ${copies?.[name]}份` : name))
      .join('\n'),
    phrasings: shown.phrasings.join('\n'),
    source: shown.source ?? '',
    checkFirst: shown.checkFirst ?? false,
    handOver: shown.handOver ?? false,
    urgent: shown.urgent ?? false,
    confidential: shown.confidential ?? false,
    forWhom: details?.forWhom ?? '',
    steps: (details?.steps ?? []).join('\n'),
    script: (details?.script ?? []).join('\n'),
    places: (details?.places ?? []).map(placeLine).join('\n'),
    fee: details?.fee ?? '',
    closing: details?.closing ?? '',
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const COPIES = /^(.*\S)\s+(\d{1,2})\s*份$/u;

function materialsOf(text: string): Pick<ItemEntry, 'materials' | 'copies'> {
  const read = linesOf(text).map((line) => {
    const found = COPIES.exec(line);
    return found ? { name: found[1] ?? line, count: Number(found[2]) } : { name: line, count: 1 };
  });
  const copies = read.filter(({ count }) => count !== 1);
  return {
    materials: read.map(({ name }) => name),
    ...(copies.length === 0
      ? {}
      : { copies: Object.fromEntries(copies.map(({ name, count }) => [name, count])) }),
  };
}

const PHONE = /^\+?[\d\s()-]{3,24}$/;

/** `name;address;telephone`; a second part of digits alone is the telephone. */
function placeOf(line: string): Place {
  const [name = '', second = '', third = ''] = line.split(/[;;]/).map((part) => part.trim());
  const [address, phone] = third === '' && PHONE.test(second) ? ['', second] : [second, third];
  return { name, ...(address === '' ? {} : { address }), ...(phone === '' ? {} : { phone }) };
}

/** What the form says, as it is sent. Its faults are the contract's to find. */
export function entryOf(form: EntryForm, kind: ItemShown['kind']): ItemEntry {
  const text = {
    steps: linesOf(form.steps),
    script: linesOf(form.script),
    forWhom: form.forWhom,
    fee: form.fee,
    places: linesOf(form.places).map(placeOf),
    closing: form.closing,
  };
  return {
    name: form.name,
    kind,
    serviceLine: form.serviceLine,
    route: form.route,
    limitWorkingDays: form.limit.trim() === '' ? Number.NaN : Number(form.limit),
    ...materialsOf(form.materials),
    phrasings: linesOf(form.phrasings),
    ...(form.category.trim() === '' ? {} : { category: form.category }),
    ...(form.source.trim() === '' ? {} : { source: form.source.trim() }),
    ...(form.checkFirst ? { checkFirst: true } : {}),
    ...(form.handOver ? { handOver: true } : {}),
    ...(form.urgent ? { urgent: true } : {}),
    ...(form.confidential ? { confidential: true } : {}),
    details: text,
  } as ItemEntry;
}

/** A version as the rule that compares two reads it. Standing is shown beside, not compared. */
export const comparable = (shown: ItemShown): ItemBody =>
  ({
    ...shown,
    ...(shown.details ? { details: { ...shown.details, standing: 'composed' } } : {}),
  }) as unknown as ItemBody;

/** Two edits of one version put together: what one did not touch is taken from the other; where both did, his own stays. */
export const merged = (base: EntryForm, mine: EntryForm, theirs: EntryForm): EntryForm =>
  Object.fromEntries(
    Object.entries(mine).map(([key, value]) => {
      const field = key as keyof EntryForm;
      return [field, value === base[field] ? theirs[field] : value];
    }),
  ) as unknown as EntryForm;

const PART_OF: Readonly<Record<string, keyof EntryForm>> = {
  limitWorkingDays: 'limit',
  copies: 'materials',
};

/** What is wrong, by the field of the form in which it was written: `entry.details.steps.2` is the steps' third line. */
export function faultsByField(
  fields: Readonly<Record<string, string>>,
): Partial<Record<keyof EntryForm, string>> {
  const found: Partial<Record<keyof EntryForm, string>> = {};
  for (const [path, message] of Object.entries(fields)) {
    const [part = '', row] = path
      .replace(/^entry\./, '')
      .replace(/^details\./, '')
      .split('.');
    const field = PART_OF[part] ?? (part as keyof EntryForm);
    found[field] ??= /^\d+$/.test(row ?? '') ? `第 ${Number(row) + 1} 行:${message}` : message;
  }
  return found;
}
