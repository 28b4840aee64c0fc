import type { Place, ServiceItem } from './service-item.ts';

/** The complete notice, given once at the first contact, in the contract's shape. */
export interface RequirementNotice {
  readonly materials: readonly {
    readonly name: string;
    readonly received: boolean;
    readonly copies: number;
  }[];
  readonly steps: readonly string[];
  /** Null for a matter on no list: no limit was told. */
  readonly limitWorkingDays: number | null;
  readonly places: readonly Place[];
  readonly url: string;
}

type Noticed = Pick<ServiceItem, 'code' | 'materials' | 'limitWorkingDays' | 'details'>;

/**
 * What a resident must bring and do for an item, with what is there already. A material that was received or asked for
 * without being on the item's list is shown too, after the item's own.
 *
 * @param item undefined for a matter on no list; its notice holds what was asked for in the case
 */
export function requirementNotice(
  item: Noticed | undefined,
  received: RequirementNotice['materials'] = [],
): RequirementNotice {
  const all = new Map(
    (item?.materials ?? []).map((name) => [name, { name, received: false, copies: 0 }]),
  );
  for (const material of received) all.set(material.name, { ...material });
  return {
    materials: [...all.values()],
    steps: item?.details?.steps ?? [],
    limitWorkingDays: item?.limitWorkingDays ?? null,
    places: item?.details?.places ?? [],
    url: item === undefined ? '/find' : `/items/${item.code}`,
  };
}
