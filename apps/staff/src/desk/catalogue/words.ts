import type { ItemView } from '@qzt/contract/catalogue';
import { ROUTE_LABELS } from '@qzt/domain/catalogue';

const ROUTES: Readonly<Record<string, string>> = ROUTE_LABELS;

export const routeText = (route: string): string => ROUTES[route] ?? route;

/**
 * The limit with its standing: a working default of ours never reads like a rule of Shanghai.
 * `limitOfficial` comes from the catalogue.
 */
export const limitText = (item: Pick<ItemView, 'limitWorkingDays' | 'limitOfficial'>): string => {
  const days = item.limitWorkingDays === 0 ? '当天' : `${item.limitWorkingDays} 个工作日`;
  return item.limitOfficial ? days : `暂按${days},待核实`;
};

/** The limit of a hit in a few words: 当天, 5 个工作日, with 约 where it is no rule. */
export const limitWords = (hit: Pick<ItemView, 'limitWorkingDays' | 'limitOfficial'>): string => {
  const days = hit.limitWorkingDays === 0 ? '当天' : `${hit.limitWorkingDays} 个工作日`;
  return hit.limitOfficial ? days : `约${days}`;
};
