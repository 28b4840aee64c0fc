import type { ItemLine, ItemShown, ItemVersionView, MaintainedItem } from '@qzt/contract/catalogue';
import { changedLately, gapsOf, itemAt, spanOf } from '@qzt/domain/catalogue';
import { localDate, toOffset } from '../../platform/time.ts';
import type { ItemVersion, MadeVersion } from './catalogue.store.ts';
import { isOfficial, judged, labelOf, timeOf } from './judged.ts';

export const confirmedOf = ({ confirmed }: ItemVersion): Pick<ItemLine, 'confirmed'> =>
  confirmed === null
    ? {}
    : {
        confirmed: {
          by: confirmed.by,
          on: localDate(confirmed.at),
          basis: confirmed.basis,
          ...(confirmed.kind === null ? {} : { kind: confirmed.kind }),
        },
      };

/** What a version says, as it is written again: without the standing of its text. */
export function entryOf({ body }: ItemVersion): ItemShown {
  const { details, ...rest } = body;
  if (details === undefined) return rest as ItemShown;
  const { standing: _standing, ...text } = details;
  return { ...rest, details: text } as unknown as ItemShown;
}

function versionView(version: MadeVersion, all: readonly MadeVersion[]): ItemVersionView {
  const span = spanOf(timeOf(version), all.map(timeOf));
  const textStanding = version.body.details?.standing ?? null;
  return {
    version: version.version,
    from: version.validFrom,
    until: span?.until ?? null,
    everHeld: span !== undefined,
    act: version.act,
    reason: version.reason,
    whyPast: version.whyPast,
    by: version.editedBy,
    at: toOffset(version.editedAt),
    withdrawn: version.withdrawn,
    standing: version.standing,
    standingLabel: labelOf(version.standing),
    limitOfficial: isOfficial(version),
    textStanding,
    textStandingLabel: textStanding && labelOf(textStanding),
    ...confirmedOf(version),
    gaps: gapsOf(judged(version)),
    entry: entryOf(version),
  };
}

/** An item for its maintainer: all its versions, the newest first. */
export function maintainedView(
  code: string,
  all: readonly MadeVersion[],
  today: string,
): MaintainedItem {
  const holds = itemAt(all.map(timeOf), today);
  return {
    code,
    version: Math.max(...all.map(({ version }) => version)),
    holds: holds?.version ?? null,
    versions: all.map((version) => versionView(version, all)).reverse(),
  };
}

const stateOf = (newest: ItemVersion, today: string): ItemLine['state'] => {
  if (newest.validFrom > today) return 'planned';
  return newest.withdrawn ? 'withdrawn' : 'in-force';
};

/** An item as one line of the list. */
export function lineOf(all: readonly MadeVersion[], today: string): ItemLine[] {
  const newest = all.at(-1);
  if (newest === undefined) return [];
  const { body } = newest;
  const changed = changedLately(
    all.map((version) => ({ ...timeOf(version), body: version.body })),
    today,
  );
  return [
    {
      code: newest.code,
      name: body.name,
      kind: body.kind,
      serviceLine: body.serviceLine,
      ...(body.category ? { category: body.category } : {}),
      route: body.route,
      limitWorkingDays: body.limitWorkingDays,
      phrasings: [...body.phrasings],
      standing: newest.standing,
      standingLabel: labelOf(newest.standing),
      limitOfficial: isOfficial(newest),
      ...confirmedOf(newest),
      version: newest.version,
      state: stateOf(newest, today),
      from: newest.validFrom,
      ...(changed ? { changedSince: changed.since } : {}),
      gaps: gapsOf(judged(newest)),
    },
  ];
}
