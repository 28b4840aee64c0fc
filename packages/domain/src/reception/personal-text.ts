import type { EventText } from './case-event.ts';
import type { EventType } from './case-table.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of `data` that people write in their own words, or that lead to a person. They are kept apart from the
 * event (encrypted, erasable); the note always is. Everything else of `data` must be a code or a reference.
 */
export const PERSONAL_FIELDS = {
  register: ['title', 'safePhone'],
  accept: [],
  'ask-materials': ['why'],
  'receive-materials': [],
  refer: [],
  dispatch: ['provider.name', 'provider.phone'],
  'take-back': [],
  answer: ['answer'],
  confirm: [],
  contest: [],
  refuse: ['reason', 'instead'],
  transfer: ['to.office', 'to.phone'],
  withdraw: [],
  close: [],
  duplicate: [],
  reopen: [],
  extend: ['reason', 'approvedBy'],
  assign: ['reason'],
  note: [],
  contact: ['name', 'phone'],
  rate: [],
  tell: [],
  call: ['name', 'number'],
  alarm: [],
  'all-clear': [],
  'must-report': [],
  report: ['to', 'number', 'reason'],
  share: [],
  unshare: [],
} as const satisfies Record<EventType, readonly string[]>;

/** Divides what was sent into the event's own part and the personal part; absent fields stay absent. */
export function splitText(
  type: EventType,
  data: Fields,
  note: string | undefined,
): { readonly data: Fields; readonly text: EventText | null } {
  const kept: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  const paths: readonly string[] = PERSONAL_FIELDS[type];
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const below = paths.filter((path) => path.startsWith(`${key}.`));
    if (paths.includes(key)) personal[key] = value;
    else if (below.length > 0 && isFields(value)) {
      const names = below.map((path) => path.slice(key.length + 1));
      const outer = pick(value, (name) => !names.includes(name));
      const inner = pick(value, (name) => names.includes(name));
      kept[key] = outer;
      if (Object.keys(inner).length > 0) personal[key] = inner;
    } else kept[key] = value;
  }
  const hasData = Object.keys(personal).length > 0;
  if (note === undefined && !hasData) return { data: kept, text: null };
  return {
    data: kept,
    text: { ...(note === undefined ? {} : { note }), ...(hasData ? { data: personal } : {}) },
  };
}

/** Lays the personal part over the event's data again, for somebody who may read it. Without text: the data alone. */
export function withText(data: Fields, text: EventText | null | undefined): Fields {
  const merged: Record<string, unknown> = { ...data };
  for (const [key, value] of Object.entries(text?.data ?? {})) {
    const present = merged[key];
    merged[key] = isFields(present) && isFields(value) ? { ...present, ...value } : value;
  }
  return merged;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(fields: Fields, wanted: (name: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== undefined && wanted(name)),
  );
}
