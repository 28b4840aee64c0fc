import { type CommitteePeople, demonstrationPhone, type SeededRandom } from '@qzt/testkit';
import type { Contacts } from './contact.ts';
import type { Matter } from './matter.ts';
import type { Comer } from './who-comes.ts';
import type { World } from './world.ts';

/** The household of the demonstration's resident, where it lives in this committee. */
export const familyOf = (people: CommitteePeople): Comer | undefined => {
  const resident = people.residents.find(({ phone }) => phone === demonstrationPhone);
  return resident && { resident };
};

/**
 * What the desk knows of the family before the daughter-in-law's matter comes: one visit some weeks ago, for a lost card
 * of the aged, which was settled. Nothing of theirs is open.
 */
export function writeFamily(
  world: World,
  random: SeededRandom,
  contacts: Contacts,
  family: Comer,
): void {
  const by = world.staff[0] ?? world.head;
  const on = (openDaysAgo: number) =>
    world.desk.move(world.desk.openFrom(world.today), -openDaysAgo);
  const copies: Matter = {
    startedAt: `${on(96)}T09:40:00+08:00`,
    minutes: 3,
    channel: 'desk',
    words: '复印身份证和户口簿',
    serviceItem: 'LJL-031',
    outcome: 'settled',
    journey: 1,
  };
  const card: Matter = {
    startedAt: `${on(28)}T10:12:00+08:00`,
    minutes: 14,
    channel: 'desk',
    words: '敬老卡掉了,想补一张',
    serviceItem: 'BJM-003',
    outcome: 'case',
    journey: 1,
    shown: { by, stage: 'confirmed' },
  };
  for (const matter of [copies, card]) contacts.write(random, matter, family);
}
