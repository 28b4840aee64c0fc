import type { Unit } from '../../platform/actor.ts';
import { type Connection, withPool } from '../../platform/pool.ts';
import { hashPassword } from '../org/index.ts';
import { presetHours } from '../promise/index.ts';
import { isDemonstration, isEmpty, writeOrganisation, writeUnits } from './demonstration.store.ts';
import { DEMO_PASSWORD, demoAccounts, demoUnits } from './organisation.ts';

/**
 * Makes the demonstration's organisations and accounts in an empty installation. False when it holds anything already:
 * demonstration data never mixes with real ones.
 */
export const makeDemonstration = (owner: Connection): Promise<boolean> =>
  withPool(owner, async (pool) => {
    if (!(await isEmpty(pool))) return false;
    await writeOrganisation(
      pool,
      demoUnits(),
      demoAccounts(),
      await hashPassword(DEMO_PASSWORD),
      await presetHours(),
    );
    return true;
  });

/** Whether the installation holds demonstration data, and so nothing real. */
export const holdsDemonstration = (owner: Connection): Promise<boolean> =>
  withPool(owner, isDemonstration);

/** Adds further organisations to the demonstration; those that it has stay. */
export const addUnits = (owner: Connection, units: readonly Unit[]): Promise<void> =>
  withPool(owner, async (pool) => writeUnits(pool, units, await presetHours()));
