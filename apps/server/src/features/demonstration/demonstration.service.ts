import type { Unit } from '../../platform/actor.ts';
import { content } from '../../platform/content.ts';
import { type Connection, withPool } from '../../platform/pool.ts';
import { hashPassword } from '../org/index.ts';
import { isDemonstration, isEmpty, writeOrganisation, writeUnits } from './demonstration.store.ts';
import { DEMO_PASSWORD, demoAccounts, demoUnits } from './organisation.ts';

interface Preset {
  readonly id: string;
  readonly standing: string;
  readonly where: string;
  readonly weekly: readonly {
    readonly weekdays: readonly number[];
    readonly from: string;
    readonly to: string;
    readonly byAppointment: boolean;
  }[];
}

/** The hours that the demonstration keeps: a preset from another city, and shown as that. */
async function demoHours() {
  const { presets } = await content<{ presets: readonly Preset[] }>('shifts/presets.json');
  const preset = presets.find(({ id }) => id === 'weekday-plain');
  if (preset === undefined)
    throw new Error('the preset weekday-plain is missing from content/shifts');
  const bands = preset.weekly.flatMap(({ weekdays, from, to, byAppointment }) =>
    weekdays.map((weekday) => ({ weekday, from, to, byAppointment })),
  );
  return { bands, standing: preset.standing, where: preset.where };
}

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
      await demoHours(),
    );
    return true;
  });

/** Whether the installation holds demonstration data, and so nothing real. */
export const holdsDemonstration = (owner: Connection): Promise<boolean> =>
  withPool(owner, isDemonstration);

/** Adds further organisations to the demonstration; those that it has stay. */
export const addUnits = (owner: Connection, units: readonly Unit[]): Promise<void> =>
  withPool(owner, async (pool) => writeUnits(pool, units, await demoHours()));
