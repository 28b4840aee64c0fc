import type { ItemDetails, ServiceItem } from './service-item.ts';

type Judged = Pick<ServiceItem, 'standing' | 'confirmed' | 'checkFirst'>;

/**
 * Whether somebody vouches for it: a confirmation that rests on a text of an authority or on an office's word. A report
 * in the press is worth knowing and vouches for nothing. Standing: assumed.
 */
export const isVouched = ({ confirmed }: Pick<ServiceItem, 'confirmed'>): boolean =>
  confirmed !== undefined && confirmed.kind !== 'press';

/**
 * Whether a limit may be shown to a resident as official. Never one of a reconstructed item, confirmed or not: whoever
 * confirms it raises its standing in a new version. `listed` and `attested` say where the item's name was seen, not
 * its limit, so theirs counts only once a subdistrict confirmed it; likewise a rule that may have changed since
 * (`checkFirst`). Standing of this rule: the catalogue's own notes for `reconstructed`, assumed for the rest.
 */
export function limitIsOfficial(item: Judged): boolean {
  switch (item.standing) {
    case 'official-local':
    case 'official-national':
      return item.checkFirst !== true || isVouched(item);
    case 'listed':
    case 'attested':
      return isVouched(item);
    default:
      return false;
  }
}

/** How a limit reads for a resident. */
export function limitLabel(item: Judged): '承诺时限' | '工作参考时限' {
  return limitIsOfficial(item) ? '承诺时限' : '工作参考时限';
}

/** Whether residents may read the working text (steps, fee, places) as an authority's words. Never what we composed. */
export function textIsOfficial(item: {
  readonly details?: Pick<ItemDetails, 'standing'>;
}): boolean {
  const standing = item.details?.standing;
  return standing === 'official-local' || standing === 'official-national';
}
