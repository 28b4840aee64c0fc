import type { ItemLine, ItemVersionView } from '@qzt/contract/catalogue';
import { BASES, GAP_LABELS, type Gap, ROUTE_LABELS } from '@qzt/domain/catalogue';
import { dayText } from '@qzt/ui';

const ROUTES: Readonly<Record<string, string>> = ROUTE_LABELS;

export const routeWords = (route: string): string => ROUTES[route] ?? route;

export const limitDays = (days: number): string => (days === 0 ? '当天' : `${days} 个工作日`);

/** Gaps that can send a resident out in vain; the others wait for somebody's time. */
export const isWeighty = (gap: Gap): boolean => gap === 'check-first' || gap === 'text-missing';

export const gapWords = (gap: Gap): string => GAP_LABELS[gap];

/** The day from which the product was shipped with its catalogue reads as a beginning, not as a date. */
const fromText = (from: string): string => (from <= '2000-01-01' ? '最初' : `${dayText(from)}起`);

const ACTS: Readonly<Record<ItemVersionView['act'], string>> = {
  ship: '随软件带来',
  edit: '修改',
  confirm: '核实',
  withdraw: '停办',
  restore: '恢复',
  import: '导入',
};

export const actWords = (act: ItemVersionView['act']): string => ACTS[act];

/** When a version holds, in words. */
export const spanWords = ({ from, until, everHeld, at }: ItemVersionView): string => {
  if (!everHeld && at.slice(0, 10) >= from) return `${fromText(from)},当天又换了新的一版`;
  if (!everHeld) return `原定${fromText(from)},没等到就换了`;
  return until === null ? fromText(from) : `${fromText(from)},到${dayText(until)}前`;
};

/** Where the newest version of an item stands, where that is not simply in force. */
export const stateWords = ({ state, from }: Pick<ItemLine, 'state' | 'from'>): string | null => {
  if (state === 'withdrawn') return `${dayText(from)}起停办`;
  return state === 'planned' ? `新的一版${dayText(from)}起` : null;
};

/** Who confirmed it, when, on what. */
export const confirmedWords = ({ confirmed }: Pick<ItemVersionView, 'confirmed'>): string | null =>
  confirmed === undefined
    ? null
    : `${confirmed.by} ${dayText(confirmed.on)}核实。依据${
        confirmed.kind ? `(${BASES[confirmed.kind].label})` : ''
      }:${confirmed.basis}`;
