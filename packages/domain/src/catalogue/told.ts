import { isVouched, limitIsOfficial, textIsOfficial } from './limit.ts';
import type { ItemDetails, ServiceItem } from './service-item.ts';

/** What may be told of a limit and its standing depends on these. */
export type Told = Pick<
  ServiceItem,
  'limitWorkingDays' | 'standing' | 'confirmed' | 'checkFirst'
> & { readonly details?: Pick<ItemDetails, 'standing'> };

const daysOf = (workingDays: number): string =>
  workingDays === 0 ? '当天' : `${workingDays}个工作日`;

/** How long it takes, as a resident takes it home: a working default of ours never reads like a rule. */
export const limitTold = (item: Told): string =>
  limitIsOfficial(item)
    ? `${daysOf(item.limitWorkingDays)}办好`
    : `暂按${daysOf(item.limitWorkingDays)},待核实`;

const PREPARED = '材料、步骤和时限由居委会整理,待核实。办的时候如有变化,我们先告诉您,不让您白跑。';
const ON_NO_LIST = '这件事不在事项清单上。要带什么、怎么办,由居委会问清楚后一次告诉您。';
const OUR_WORDS = '步骤、地点和收费由居委会整理,以办理单位答复为准。';
const MAY_HAVE_CHANGED = '规定可能有变,来之前请先打电话问一声。';

/**
 * What a printed notice says of its own standing, in plain words. Undefined: a matter on no list.
 * Standing of the wording: composed.
 */
export function standingTold(item: Told | undefined): string {
  if (item === undefined) return ON_NO_LIST;
  const { confirmed } = item;
  const official =
    isVouched(item) && confirmed
      ? `材料和时限已经核实(依据:${confirmed.basis};核实日期:${confirmed.at})。`
      : '材料和时限按现行规定写成。';
  const ours = item.details && !textIsOfficial(item) ? OUR_WORDS : '';
  const said = limitIsOfficial(item) ? official + ours : PREPARED;
  return item.checkFirst && !isVouched(item) ? said + MAY_HAVE_CHANGED : said;
}
