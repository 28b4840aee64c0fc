import {
  type CommitteePeople,
  makeName,
  makePhone,
  type SeededRandom,
  uuidFrom,
} from '@qzt/testkit';
import { keepKey, sealFor } from './rows.ts';
import type { World } from './world.ts';

interface Entry {
  readonly role: string;
  readonly name: string;
  readonly note?: string;
  readonly personal?: boolean;
}

/** Building leads are for the first buildings only: a book is read by people. */
const LEADS = 8;

/** The book of an invented committee; every number in it belongs to nobody. */
export function keepPhonebook(world: World, random: SeededRandom, people: CommitteePeople): void {
  const person = (sex: 'female' | 'male'): string =>
    makeName(random, { sex, bornYear: random.int(1950, 1992) });
  const surname = (name: string): string => [...name][0] ?? '';
  const leads = people.buildings.slice(0, LEADS).map(
    ({ name }): Entry => ({
      role: 'buildingLead',
      name: `${name} ${surname(person('female'))}阿姨`,
      personal: true,
    }),
  );
  const entries: readonly Entry[] = [
    { role: 'head', name: `${world.head.name} 主任` },
    { role: 'policeOfficer', name: `${surname(person('male'))}警官`, note: '片区社区民警' },
    { role: 'propertyManager', name: '小区物业服务处', note: '24 小时有人' },
    { role: 'lift', name: '电梯维保', note: '困人先打这个,再打物业' },
    { role: 'water', name: '供水抢修' },
    ...leads,
    { role: 'ownersCommittee', name: `业委会 ${surname(person('male'))}主任`, personal: true },
    { role: 'healthCentre', name: '社区卫生服务中心 家庭医生', note: '工作日 8:00-16:30' },
    { role: 'serviceCentre', name: '社区事务受理服务中心' },
    { role: 'subdistrict', name: '街道值班室', note: '晚上和周末也有人' },
    { role: 'neighbour', name: '隔壁居委会' },
    { role: 'other', name: '管道疏通' },
    { role: 'reception', name: '接待台', note: '印在告知单上的号码' },
  ];
  for (const [position, entry] of entries.entries()) keepEntry(world, random, position, entry);
}

function keepEntry(
  { sink, keyring, committee, head, now }: World,
  random: SeededRandom,
  position: number,
  { role, name, note, personal = false }: Entry,
): void {
  const id = uuidFrom(random, now);
  const key = keepKey(
    sink,
    keyring,
    { committeeId: committee.id, id: uuidFrom(random, now) },
    { kind: 'phonebook', id },
  );
  const words = { name, phone: makePhone(random), ...(note === undefined ? {} : { note }) };
  sink.add('phonebook_entry', [
    committee.id,
    id,
    role,
    personal,
    position,
    key.id,
    sealFor(key, id, words),
    'assumed',
    head.staffId,
    head.name,
    new Date(now),
  ]);
}
