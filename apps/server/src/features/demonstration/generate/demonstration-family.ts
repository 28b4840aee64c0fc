import { type CommitteePeople, demonstrationPhone, type Resident } from '@qzt/testkit';
import type { Matter } from './matter.ts';
import type { World } from './world.ts';

/** The demonstration's resident, where she lives in this committee. */
export const demonstrationResident = (people: CommitteePeople): Resident | undefined =>
  people.residents.find(({ phone }) => phone === demonstrationPhone);

/**
 * What the desk knows of her before the daughter-in-law's matter comes: copies made months ago, and a lost card of the
 * aged some weeks ago, which was settled. Nothing of hers is open.
 */
export function familyMatters(world: World, resident: Resident): Matter[] {
  const on = (openDaysAgo: number) =>
    world.desk.move(world.desk.openFrom(world.today), -openDaysAgo);
  const alike = { channel: 'desk', journey: 1, comer: { resident } } as const;
  return [
    {
      ...alike,
      startedAt: `${on(96)}T09:40:00+08:00`,
      minutes: 3,
      words: '复印身份证和户口簿',
      serviceItem: 'LJL-031',
      outcome: 'settled',
    },
    {
      ...alike,
      startedAt: `${on(28)}T10:12:00+08:00`,
      minutes: 14,
      words: '敬老卡掉了,想补一张',
      serviceItem: 'BJM-003',
      outcome: 'case',
      shown: { by: world.staff[0] ?? world.head, stage: 'confirmed' },
    },
  ];
}
