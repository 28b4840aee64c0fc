import { eraseResident } from '../../features/household/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { readKeyring } from '../../platform/keys/index.ts';
import { withPool } from '../../platform/pool.ts';
import type { TestProduct } from '../../testing/product.ts';

/** Erases a person as the command does it. Answers whether there was one. */
export const erase = (product: TestProduct, residentId: string): Promise<boolean> =>
  withPool(product.connection('owner'), async (pool) =>
    eraseResident(
      { pool, keyring: await readKeyring(product.keysDir), clock: systemClock },
      residentId,
      '本人申请 2026-001',
    ),
  );
