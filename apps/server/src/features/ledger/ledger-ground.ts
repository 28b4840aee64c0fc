import type { Ground } from '../../platform/transact.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Directory } from '../org/index.ts';

/** What the registers need of the other rooms. */
export interface LedgerGround extends Ground {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
}
