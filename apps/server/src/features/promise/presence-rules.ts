import type { OpeningTime } from '@qzt/domain/promise';
import { type Fault, Refusal } from '../../platform/refusal.ts';
import type { PresenceDay, PresenceEntry } from './presence.store.ts';

interface Span {
  readonly from: string;
  readonly to: string;
}

/** A day without opening hours (a Saturday that somebody works all the same) is gone through from end to end. */
const WHOLE_DAY: readonly Span[] = [{ from: '00:00', to: '23:59' }];

/** Whether spans of a day, taken together, leave nothing of a time. */
export function covers(spans: readonly Span[], time: Span): boolean {
  let reached = time.from;
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1)))
    if (span.from <= reached && span.to > reached) reached = span.to;
  return reached >= time.to;
}

/**
 * What is wrong with a day's line: primary and backup are two people of the committee, nobody is away twice at once, and
 * nobody has a place at the desk while away for all of its opening hours (for part of them is what a backup is for).
 */
function faultsOf(
  entry: PresenceEntry,
  colleagues: Pick<ReadonlySet<string>, 'has'>,
  opening: readonly OpeningTime[],
): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, code: string, message: string) =>
    faults.push({ path, code, message });
  const { primary, backup, away } = entry;
  const times = opening.length > 0 ? opening : WHOLE_DAY;
  for (const [path, id] of Object.entries({ primary, backup })) {
    if (id === null) continue;
    const spans = away.filter(({ staff }) => staff === id);
    if (!colleagues.has(id)) fault(path, 'unknown-worker', '请选本居委会在岗的同事');
    else if (times.every((time) => covers(spans, time)))
      fault(path, 'away-all-day', '这位同事这天都不在,请换一位');
  }
  if (primary !== null && primary === backup)
    fault('backup', 'same-person', 'A角和B角要是两个人,请换一位');
  for (const [index, { staff, from, to }] of away.entries()) {
    if (!colleagues.has(staff))
      fault(`away.${index}.staff`, 'unknown-worker', '请选本居委会在岗的同事');
    const twice = away
      .slice(0, index)
      .some((other) => other.staff === staff && other.from < to && from < other.to);
    if (twice) fault(`away.${index}.from`, 'overlaps', '和上面同一个人的时间重叠了,请合并');
  }
  return faults;
}

/** Errors: `invalid-input` with every fault. */
export function checkPresence(...given: Parameters<typeof faultsOf>): void {
  const faults = faultsOf(...given);
  if (faults.length > 0) throw new Refusal('invalid-input', { faults });
}

const lines = (away: PresenceEntry['away']): string =>
  away
    .map(({ staff, from, to }) => `${staff} ${from} ${to}`)
    .sort()
    .join();

/** Whether a day stands as an entry says it, whatever the order of the absences. */
export const standsAs = (day: PresenceDay, entry: PresenceEntry): boolean =>
  (day.primary?.id ?? null) === entry.primary &&
  (day.backup?.id ?? null) === entry.backup &&
  lines(day.away.map((one) => ({ ...one, staff: one.staff.id }))) === lines(entry.away);
