import type { ServiceLine } from '../org/index.ts';
import { type DateText, DomainError } from '../shared/index.ts';
import type { BasisKind } from './basis.ts';
import type { Standing } from './standing.ts';

export const ITEM_KINDS = ['contactless', 'doorstep'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ROUTE_LABELS = {
  committee: '居委直接办',
  'review-then-subdistrict': '居委初审,报街镇',
  'assist-subdistrict': '街镇办理,居委协助',
  'refer-service-centre': '转受理中心',
  'dispatch-provider': '派服务商上门',
  'dispatch-volunteer': '派志愿者上门',
  advice: '咨询指引',
} as const;
export type Route = keyof typeof ROUTE_LABELS;

export interface Place {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
}

/** Texts for desk and portal, written with the product; `standing` says so. */
export interface ItemDetails {
  readonly steps: readonly string[];
  readonly script: readonly string[];
  readonly forWhom: string;
  readonly fee: string;
  readonly places: readonly Place[];
  readonly phone?: string;
  readonly closing: string;
  readonly standing: Standing;
}

/** That somebody looked it up: who, on which day, and what it rests on. */
export interface Confirmation {
  readonly by: string;
  readonly at: DateText;
  readonly basis: string;
  readonly kind?: BasisKind;
}

/** One version of an entry of the catalogue, in force on `[validFrom, validTo)`. */
export interface ServiceItem {
  /** Such as BJM-023 (contactless) or LJL-004 (doorstep). */
  readonly code: string;
  readonly version: number;
  readonly validFrom: DateText;
  readonly validTo?: DateText;
  readonly name: string;
  readonly kind: ItemKind;
  readonly serviceLine: ServiceLine;
  readonly category?: string;
  readonly route: Route;
  /** Working days from acceptance. */
  readonly limitWorkingDays: number;
  readonly materials: readonly string[];
  /** How many copies of a material are wanted, by its name; one where nothing is said. */
  readonly copies?: Readonly<Record<string, number>>;
  readonly phrasings: readonly string[];
  readonly standing: Standing;
  readonly source?: string;
  /** The rule may have changed since: say so. */
  readonly checkFirst?: boolean;
  readonly handOver?: boolean;
  readonly urgent?: boolean;
  readonly confidential?: boolean;
  /** From its first day on the item is not offered any more: no new matter is opened under it. */
  readonly withdrawn?: boolean;
  /** A subdistrict's confirmation: by whom, when, on what basis. */
  readonly confirmed?: Confirmation;
  readonly details?: ItemDetails;
}

/** What a version says; its number, its days, its standing and its confirmation are told beside it. */
export type ItemBody = Omit<
  ServiceItem,
  'code' | 'version' | 'validFrom' | 'validTo' | 'standing' | 'confirmed' | 'withdrawn'
>;

/** What decides whether a version is in force. */
export type ItemTime = Pick<
  ServiceItem,
  'code' | 'version' | 'validFrom' | 'validTo' | 'withdrawn'
>;

/**
 * The version of an item in force on a date: among those whose time it is, the highest. Undefined where none is, or
 * where the highest withdraws the item.
 *
 * @throws DomainError invalid-input where the versions are of different items
 */
export function itemAt<Item extends ItemTime>(
  versions: readonly Item[],
  date: DateText,
): Item | undefined {
  if (new Set(versions.map((item) => item.code)).size > 1) {
    throw new DomainError('invalid-input', { path: 'versions', reason: 'different-items' });
  }
  const newest = versions
    .filter((item) => item.validFrom <= date && (item.validTo === undefined || date < item.validTo))
    .reduce<Item | undefined>(
      (best, item) => (best === undefined || item.version > best.version ? item : best),
      undefined,
    );
  return newest?.withdrawn === true ? undefined : newest;
}
