import type { ServiceLine } from '../org/index.ts';
import { type DateText, DomainError } from '../shared/index.ts';
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
  readonly phrasings: readonly string[];
  readonly standing: Standing;
  readonly source?: string;
  /** The rule may have changed since: say so. */
  readonly checkFirst?: boolean;
  readonly handOver?: boolean;
  readonly urgent?: boolean;
  readonly confidential?: boolean;
  /** A subdistrict's confirmation: by whom, when, on what basis. */
  readonly confirmed?: { readonly by: string; readonly at: DateText; readonly basis: string };
  readonly details?: ItemDetails;
}

/**
 * The version of an item in force on a date: among those whose time it is, the highest. Undefined where none is.
 *
 * @throws DomainError invalid-input where the versions are of different items
 */
export function itemAt<
  Item extends Pick<ServiceItem, 'code' | 'version' | 'validFrom' | 'validTo'>,
>(versions: readonly Item[], date: DateText): Item | undefined {
  if (new Set(versions.map((item) => item.code)).size > 1) {
    throw new DomainError('invalid-input', { path: 'versions', reason: 'different-items' });
  }
  return versions
    .filter((item) => item.validFrom <= date && (item.validTo === undefined || date < item.validTo))
    .reduce<Item | undefined>(
      (best, item) => (best === undefined || item.version > best.version ? item : best),
      undefined,
    );
}
