import { type DateText, invalid } from '../shared/index.ts';
import { type BasisKind, standingConfirmed, standingRewritten } from './basis.ts';
import { compareItems } from './compare.ts';
import type { ItemBody, ItemDetails, ServiceItem } from './service-item.ts';
import type { Standing } from './standing.ts';

/** What the maintainer sees of a version when he makes the next. */
export interface Known {
  readonly body: ItemBody;
  readonly standing: Standing;
  readonly confirmed?: ServiceItem['confirmed'];
  readonly withdrawn?: boolean;
}

/** What the next version says of itself. */
export interface NextVersion {
  readonly body: ItemBody;
  readonly standing: Standing;
  /** Whether the confirmation of the version before still covers this one. */
  readonly confirmedStays: boolean;
}

/** An item as it is written: the standing of its text is not the writer's to say. */
export type WrittenBody = Omit<ItemBody, 'details'> & {
  readonly details?: Omit<ItemDetails, 'standing'> | undefined;
};

/**
 * The version that an edit makes. What was rewritten is no longer what somebody confirmed: the rule falls back to how
 * the item was known before, the text to `composed`. Undefined: it says what stood there already.
 */
export function rewrite(known: Known, written: WrittenBody): NextVersion | undefined {
  const before = known.body.details?.standing ?? 'composed';
  const withText = (standing: Standing): ItemBody => {
    const { details, ...rest } = written;
    return details === undefined ? rest : { ...rest, details: { ...details, standing } };
  };
  const changes = compareItems(known.body, withText(before));
  if (changes.length === 0) return undefined;
  const touched = (ground: 'rule' | 'text'): boolean =>
    changes.some((one) => one.ground === ground);
  return {
    body: withText(touched('text') ? 'composed' : before),
    standing: touched('rule') ? standingRewritten(known.standing) : known.standing,
    confirmedStays: known.confirmed !== undefined && !touched('rule'),
  };
}

/** What a confirmation covers: the rule (materials, limit, route …), the working text (steps, fee, places …), or both. */
export const COVERS = ['rule', 'text'] as const;
export type Covers = (typeof COVERS)[number];

/** The version that a confirmation makes: the same words, with the standing that the basis gives to what it covers. */
export function confirm(
  known: Known,
  basis: BasisKind,
  covers: readonly Covers[],
): Omit<NextVersion, 'confirmedStays'> {
  if (covers.length === 0) throw invalid('covers', 'required');
  const { details, ...rest } = known.body;
  if (covers.includes('text') && details === undefined) throw invalid('covers', 'no-text');
  const text =
    details && covers.includes('text')
      ? { ...details, standing: standingConfirmed(details.standing, basis) }
      : details;
  return {
    body: text === undefined ? rest : { ...rest, details: text },
    standing: covers.includes('rule') ? standingConfirmed(known.standing, basis) : known.standing,
  };
}

/**
 * The first day of a version lies not in the past, unless it is said why: matters were told by what held then.
 *
 * @throws DomainError invalid-input at `from`
 */
export function checkFirstDay(from: DateText, today: DateText, whyPast: string | undefined): void {
  if (from < today && whyPast === undefined) throw invalid('from', 'in-past');
}
