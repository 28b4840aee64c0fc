import { addDays, type DateText } from '../shared/index.ts';
import { compareItems, type PartChange } from './compare.ts';
import { type ItemBody, type ItemTime, itemAt } from './service-item.ts';

/** When a version is really in force: until another takes its place. Half open; `until` null: nothing is planned after. */
export interface Span {
  readonly from: DateText;
  readonly until: DateText | null;
}

/**
 * When a version holds, among all versions of its item. A newer one takes its place from the newer one's first day on,
 * so that one which was overtaken before its first day never holds: undefined.
 */
export function spanOf(version: ItemTime, all: readonly ItemTime[]): Span | undefined {
  const ends = all
    .filter((other) => other.version > version.version)
    .map((other) => other.validFrom);
  if (version.validTo !== undefined) ends.push(version.validTo);
  const until = ends.sort()[0] ?? null;
  return until !== null && until <= version.validFrom
    ? undefined
    : { from: version.validFrom, until };
}

type Version = ItemTime & { readonly body: ItemBody };

/** How long workers see that an item was changed, in days. Standing: assumed. */
export const CHANGE_SHOWN_DAYS = 30;

/** What of an item changed lately, for those who know it by heart. */
export interface RecentChange {
  readonly since: DateText;
  readonly version: number;
  readonly changes: readonly PartChange[];
}

/**
 * What the version in force says differently from the one that workers knew 30 days ago. Undefined where nothing
 * changed in words (a confirmation alone is no change) and where the item is new.
 */
export function changedLately(
  versions: readonly Version[],
  date: DateText,
): RecentChange | undefined {
  const now = itemAt(versions, date);
  const since = addDays(date, -CHANGE_SHOWN_DAYS);
  const before = lastBefore(versions, since);
  if (now === undefined || before === undefined) return undefined;
  const changes = compareItems(before.body, now.body);
  if (changes.length === 0) return undefined;
  return { since: firstDayOf(versions, now, since), version: now.version, changes };
}

/** The version that workers knew 30 days ago, whether or not the item was offered then. */
function lastBefore(versions: readonly Version[], date: DateText): Version | undefined {
  return versions
    .filter((one) => one.validFrom <= date)
    .reduce<Version | undefined>(
      (best, one) => (best === undefined || one.version > best.version ? one : best),
      undefined,
    );
}

/** The day from which the words of today hold: that of the first version since that says the same. */
function firstDayOf(versions: readonly Version[], now: Version, since: DateText): DateText {
  const same = versions.filter(
    (one) =>
      one.validFrom > since &&
      one.version <= now.version &&
      compareItems(one.body, now.body).length === 0,
  );
  return same.map((one) => one.validFrom).sort()[0] ?? now.validFrom;
}
