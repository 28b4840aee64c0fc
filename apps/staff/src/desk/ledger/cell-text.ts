import type { Cell } from '@qzt/domain/ledger';
import { momentText } from '@qzt/ui';

/** A cell as it is read on the screen: instants as people say them. */
export function cellText(cell: Cell, now: Date): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return momentText(cell.at, now);
  return String(cell);
}
