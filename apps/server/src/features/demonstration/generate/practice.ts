import { randomBytes } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { seededRandom } from '@qzt/testkit';
import type { Unit } from '../../../platform/actor.ts';
import type { Keyring } from '../../../platform/keys/index.ts';
import { type Connection, withPool } from '../../../platform/pool.ts';
import { localDate } from '../../../platform/time.ts';
import { certificateList } from '../../certificate/index.ts';
import { Directory, hashPassword } from '../../org/index.ts';
import { WorkingTimes } from '../../promise/index.ts';
import type { DemoStaff } from '../organisation.ts';
import { committeeRows } from './committee.ts';
import { FillStore, type Rows } from './fill.store.ts';
import { itemsOf } from './generate.service.ts';
import type { CommitteePlan, Small } from './plan.ts';
import { committeeStaff, officeStaff } from './staff.ts';

/** The invented history ends so long ago: the clock of a desk may be behind by seconds, and what is done now is younger. */
const ENDED_MS = 60_000;

/** Large enough that every list shows something, small enough that nobody waits long for it. */
const SMALL: Small = { households: 60, days: 45, requests: [1, 3] };

export interface PracticeOrder {
  readonly owner: Connection;
  readonly keyring: Keyring;
  readonly now: Date;
  readonly committee: Unit;
  readonly subdistrict: Unit;
  readonly offices: readonly Unit[];
  /** The second self of whoever practises: at the desk today, and owner of most of what is to be done. */
  readonly person: DemoStaff;
}

/**
 * Fills a committee of practice with invented people and some weeks of their matters. One that was filled and whose
 * history has not ended long ago stays as it is, unless `anew`. It is there as a whole or not at all.
 */
export async function fillPractice(order: PracticeOrder, anew: boolean): Promise<void> {
  const { owner, committee, now } = order;
  const store = await FillStore.open(owner);
  try {
    await store.alone(committee.id, async () => {
      const filled = await store.isFilled(committee.id);
      if (filled && !anew && !(await store.isStale(committee.id, localDate(now)))) return;
      if (filled) await store.clear(committee.id);
      const plan = await planOf(order);
      const others = [...plan.staff, ...[...plan.officeStaff.values()].flat()];
      // Nobody has this password, not even we: the accounts only hold the names of the history.
      await store.addStaff(others, await hashPassword(randomBytes(32).toString('base64')));
      for (const batch of committeeRows(plan)) {
        await store.write(withoutLog(batch));
        await breathe();
      }
      await store.noteFilled(committee.id, plan.now);
    });
  } finally {
    await store.close();
  }
}

/** What was invented was done by nobody: it has no place in the log. */
const withoutLog = (rows: Rows): Rows =>
  new Map([...rows].filter(([table]) => table !== 'audit_entry'));

const planOf = (order: PracticeOrder): Promise<CommitteePlan> =>
  withPool(order.owner, async (pool) => {
    const { committee, subdistrict, offices, keyring } = order;
    const now = new Date(order.now.getTime() - ENDED_MS);
    // The head of the history is an invented colleague, so that the person has somebody above him to turn to.
    const person = { ...order.person, roles: ['worker', 'lineOwner'] as const };
    const today = localDate(now);
    const seed = 'practice';
    const random = seededRandom(`${seed}/${committee.code}/staff`);
    return {
      seed,
      now,
      years: 0,
      small: SMALL,
      unit: committee,
      place: { name: '演练', estates: [{ name: '演练新村' }] },
      units: [subdistrict, committee, ...offices],
      staff: committeeStaff(random, committee, [person], today),
      officeStaff: new Map(
        offices.map((office) => [office.id, officeStaff(random.fork(office.code), office, [])]),
      ),
      workingTime: await new WorkingTimes(pool, new Directory(pool)).of(committee.id),
      items: await itemsOf(pool, today),
      certificates: await certificateList(),
      keyring,
      demonstration: false,
      everything: true,
    };
  });
