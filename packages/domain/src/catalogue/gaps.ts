import { isVouched, limitIsOfficial, textIsOfficial } from './limit.ts';
import type { ServiceItem } from './service-item.ts';

/** What is missing of an item, or not vouched for, in the words of the list of the maintainer. */
export const GAP_LABELS = {
  'rule-unconfirmed': '材料和时限待核实',
  'check-first': '规定可能有变',
  'place-open': '地点没有填实',
  'text-composed': '文字是自拟的',
  'text-missing': '缺步骤、问法或收费',
  'few-phrasings': '居民的说法少于三种',
} as const;
export type Gap = keyof typeof GAP_LABELS;
export const GAPS = Object.keys(GAP_LABELS) as readonly Gap[];

type Judged = Pick<ServiceItem, 'standing' | 'confirmed' | 'checkFirst' | 'details' | 'phrasings'>;

/** Fewer ways of saying it and the finder misses the item. Standing: assumed. */
const ENOUGH_PHRASINGS = 3;

/** A name that waits for the local administrator, as the shipped places have it. */
const PLACEHOLDER = /待[^)]*(填写|提供)/;

/** Whether a place still waits for its real name or address. */
export const isPlaceholder = (name: string): boolean => PLACEHOLDER.test(name);

/** What somebody still has to look at, the most weighty first. */
export function gapsOf(item: Judged): Gap[] {
  const { details } = item;
  const whole =
    details !== undefined &&
    details.steps.length > 0 &&
    details.script.length > 0 &&
    details.places.length > 0 &&
    [details.forWhom, details.fee, details.closing].every((text) => text.trim() !== '');
  const found: Record<Gap, boolean> = {
    'rule-unconfirmed': !limitIsOfficial(item),
    'check-first': item.checkFirst === true && !isVouched(item),
    'place-open': details?.places.some((place) => isPlaceholder(place.name)) ?? false,
    'text-composed': details !== undefined && !textIsOfficial(item),
    'text-missing': !whole,
    'few-phrasings': item.phrasings.length < ENOUGH_PHRASINGS,
  };
  return GAPS.filter((gap) => found[gap]);
}
