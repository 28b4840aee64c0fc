import type { Channel, Outcome } from './vocabulary.ts';

/** An encounter, as far as its completeness is judged. */
export interface EncounterFacts {
  readonly channel: Channel;
  readonly residentId?: string | undefined;
  readonly householdId?: string | undefined;
  readonly visitor?:
    | {
        readonly name?: string | undefined;
        readonly phone?: string | undefined;
        readonly relation?: string | undefined;
        readonly onBehalfOf?: string | undefined;
      }
    | undefined;
  readonly journey?: number | undefined;
  readonly needs: readonly {
    readonly outcome: Outcome;
    readonly serviceItem?: string | undefined;
    readonly place?: string | undefined;
    readonly caseId?: string | undefined;
  }[];
  readonly visit?: Readonly<Record<string, unknown>> | undefined;
  readonly activity?: Readonly<Record<string, unknown>> | undefined;
}

export const MISSING_LABELS = {
  'who-unknown': '还不知道是谁:补上居民或来访人电话,才能回音',
  'case-not-opened': '说好要办的事还没有登记办件',
  place: '补上请居民去哪里办',
  journey: '补上为这件事跑了几趟',
  relation: '补上代办人与居民的关系',
  household: '补上走访的是哪一户',
  'visit-result': '补上走访情况',
  'activity-record': '补上活动记录',
} as const;
export type MissingCode = keyof typeof MISSING_LABELS;

/**
 * What a record lacks in its situation (standing: assumed). One line is enough for a question answered, so nothing
 * is ever refused for it: the codes are shown first to the worker who wrote it.
 */
export function missingOfEncounter(encounter: EncounterFacts): MissingCode[] {
  const { channel, needs, visitor } = encounter;
  const someone = encounter.residentId !== undefined || visitor?.phone !== undefined;
  const lacks: Record<MissingCode, boolean> = {
    'who-unknown': !someone && needs.some((need) => need.outcome === 'case'),
    'case-not-opened': needs.some((need) => need.outcome === 'case' && need.caseId === undefined),
    // Nobody is sent away with a bare no: also a refusal names the office that can help.
    place: needs.some(
      (need) =>
        (need.outcome === 'referred' || need.outcome === 'refused') && need.place === undefined,
    ),
    // Only a matter of the catalogue is measured in trips; a question asked in passing is not.
    journey:
      channel === 'desk' &&
      encounter.journey === undefined &&
      needs.some((need) => need.serviceItem !== undefined),
    relation: visitor?.onBehalfOf !== undefined && visitor.relation === undefined,
    household:
      channel === 'visit' &&
      encounter.householdId === undefined &&
      encounter.residentId === undefined,
    'visit-result': channel === 'visit' && encounter.visit === undefined,
    'activity-record': channel === 'activity' && encounter.activity === undefined,
  };
  return (Object.keys(MISSING_LABELS) as MissingCode[]).filter((code) => lacks[code]);
}
