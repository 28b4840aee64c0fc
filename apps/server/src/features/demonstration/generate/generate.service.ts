import { randomBytes } from 'node:crypto';
import { seededRandom } from '@qzt/testkit';
import { content } from '../../../platform/content.ts';
import type { Keyring } from '../../../platform/keys/index.ts';
import { type Connection, type Pool, withPool } from '../../../platform/pool.ts';
import { localDate } from '../../../platform/time.ts';
import { Catalogue, type ItemVersion } from '../../catalogue/index.ts';
import { certificateList } from '../../certificate/index.ts';
import { Directory, hashPassword } from '../../org/index.ts';
import { WorkingTimes } from '../../promise/index.ts';
import { addUnits } from '../demonstration.service.ts';
import { demoAccounts } from '../organisation.ts';
import { committeeRows } from './committee.ts';
import { COMMITTEES_OF, placesOf, type Size, unitsOf } from './district.ts';
import { FillStore } from './fill.store.ts';
import type { CommitteePlan } from './plan.ts';
import { committeeStaff, officeStaff } from './staff.ts';

export interface FillOrder {
  readonly owner: Connection;
  readonly keyring: Keyring;
  readonly now: () => Date;
  readonly seed: string;
  readonly size: Size;
  /** The first so many committees; all of the size where it is left out. */
  readonly committees?: number | undefined;
  readonly years: number;
  /** Called between batches, so that a filler in the background leaves room for others. */
  readonly rest?: () => Promise<void>;
  /** Called when a committee is there: how many are, of how many, and the rows written for it (0: it was there before). */
  readonly onFilled?: (done: number, of: number, rows: number) => void;
}

/**
 * Fills the committees of the demonstration that are not filled yet, in their order, each with its people and a history
 * that ends at the present of its own filling. What was broken off goes on where it stopped: a committee is there as a
 * whole or not at all. Answers how many rows were written.
 */
export async function fillCommittees(order: FillOrder): Promise<number> {
  const units = unitsOf(order.size);
  const wanted = placesOf(units).slice(0, order.committees ?? COMMITTEES_OF[order.size]);
  if (order.size === 'district') await addUnits(order.owner, units);
  const store = await FillStore.open(order.owner);
  try {
    return await withPool(order.owner, (pool) => fillAll(order, store, pool, units, wanted));
  } finally {
    await store.close();
  }
}

async function fillAll(
  order: FillOrder,
  store: FillStore,
  pool: Pool,
  units: ReturnType<typeof unitsOf>,
  wanted: ReturnType<typeof placesOf>,
): Promise<number> {
  const accounts = demoAccounts();
  const workingTimes = new WorkingTimes(pool, new Directory(pool));
  const today = localDate(order.now());
  const items = await itemsOf(pool, today);
  const certificates = await certificateList();
  // Nobody has this password, not even we: the accounts only hold the names of the history.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64'));
  const offices = seededRandom(`${order.seed}/offices`);
  const officePeople = new Map(
    units
      .filter(({ kind }) => kind === 'department' || kind === 'centre')
      .map((unit) => [unit.id, officeStaff(offices.fork(unit.code), unit, accounts)]),
  );
  let total = 0;
  let analysed = false;
  for (const [index, { unit, place }] of wanted.entries()) {
    if (await store.isFilled(unit.id)) {
      order.onFilled?.(index + 1, wanted.length, 0);
      continue;
    }
    await store.note({ done: index, of: wanted.length });
    const random = seededRandom(`${order.seed}/${unit.code}/staff`);
    const plan: CommitteePlan = {
      seed: order.seed,
      now: order.now(),
      years: order.years,
      unit,
      place,
      units,
      staff: committeeStaff(random, unit, accounts, today),
      officeStaff: officePeople,
      workingTime: await workingTimes.of(unit.id),
      items,
      certificates,
      keyring: order.keyring,
      demonstration: index === 0,
      everything: accounts.some(({ orgId }) => orgId === unit.id),
    };
    let rows = 0;
    await store.once(unit.id, async () => {
      await store.addStaff([...plan.staff, ...[...officePeople.values()].flat()], passwordHash);
      for (const batch of committeeRows(plan)) {
        rows += await store.write(batch);
        await order.rest?.();
      }
    });
    total += rows;
    if (!analysed) await store.analyse();
    analysed = true;
    order.onFilled?.(index + 1, wanted.length, rows);
  }
  await store.note({ done: wanted.length, of: wanted.length });
  if (analysed) await store.analyse();
  return total;
}

/** The catalogue as it is in force today. */
export async function itemsOf(
  pool: Pool,
  today: string,
): Promise<ReadonlyMap<string, ItemVersion>> {
  const catalogue = new Catalogue(pool);
  const codes = await content<readonly { readonly code: string }[]>('catalogue/catalogue.json');
  const found = await Promise.all(codes.map(({ code }) => catalogue.item(code, today)));
  return new Map(found.flatMap((item) => (item ? [[item.code, item] as const] : [])));
}
