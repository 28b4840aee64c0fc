import { loanDue, loanReminders } from '@qzt/domain/lending';
import { makeName, makePhone, type SeededRandom, uuidFrom } from '@qzt/testkit';
import { toOffset } from '../../../platform/time.ts';
import { keepKey, keepText } from './rows.ts';
import type { StaffActor, World } from './world.ts';

interface Shown {
  readonly thing: string;
  readonly name: string;
  readonly workingDays: number;
  /** So many open days ago. */
  readonly back: number;
  readonly clock: string;
  readonly count: number;
  /** So many open days after it was lent it came back; nothing: it is still out. */
  readonly returnedAfter?: number;
  readonly anonymous?: boolean;
}

/** Something late, something due soon, something without a name, and what came back. */
const SHOWN: readonly Shown[] = [
  { thing: 'wheelchair', name: '轮椅', workingDays: 5, back: 7, clock: '09:40', count: 1 },
  {
    thing: 'umbrella',
    name: '雨伞',
    workingDays: 3,
    back: 1,
    clock: '15:20',
    count: 2,
    anonymous: true,
  },
  { thing: 'trolley', name: '手推车', workingDays: 1, back: 1, clock: '10:10', count: 1 },
  {
    thing: 'toolBox',
    name: '工具箱',
    workingDays: 1,
    back: 2,
    clock: '14:05',
    count: 1,
    returnedAfter: 1,
  },
  {
    thing: 'bloodPressure',
    name: '血压计',
    workingDays: 1,
    back: 4,
    clock: '09:15',
    count: 1,
    returnedAfter: 0,
  },
  {
    thing: 'umbrella',
    name: '雨伞',
    workingDays: 3,
    back: 9,
    clock: '16:10',
    count: 1,
    returnedAfter: 2,
  },
  {
    thing: 'powerBank',
    name: '充电宝',
    workingDays: 0,
    back: 12,
    clock: '13:50',
    count: 1,
    returnedAfter: 0,
  },
];

const MINUTE = 60_000;

/** How many things were lent on a day: contacts like any other, which count among those of the day. */
export function lentOn({ desk, today }: World): ReadonlyMap<string, number> {
  const anchor = desk.openFrom(today);
  const dates = SHOWN.map(({ back }) => desk.move(anchor, -back));
  return new Map([...Map.groupBy(dates, (date) => date)].map(([date, all]) => [date, all.length]));
}

/** What the desk has lent of late. */
export function keepLending(world: World, random: SeededRandom): void {
  const anchor = world.desk.openFrom(world.today);
  for (const [index, shown] of SHOWN.entries()) {
    const date = world.desk.move(anchor, -shown.back);
    const at = Date.parse(`${date}T${shown.clock}:00+08:00`);
    if (at > world.now) continue;
    const by = world.staff[index % Math.min(3, world.staff.length)] ?? world.head;
    keepLoan(world, random.fork(String(index)), shown, { at, date, by });
  }
}

interface Made {
  readonly at: number;
  readonly date: string;
  readonly by: StaffActor;
}

function keepLoan(world: World, random: SeededRandom, shown: Shown, { at, date, by }: Made): void {
  const { sink, keyring, committee, workingTime } = world;
  const ids = {
    id: uuidFrom(random, at),
    encounter: uuidFrom(random, at),
    key: uuidFrom(random, at),
  };
  const key = keepKey(
    sink,
    keyring,
    { committeeId: committee.id, id: ids.key },
    { kind: 'encounter', id: ids.encounter },
  );
  const sex = random.chance(0.6) ? 'female' : 'male';
  const borrower = shown.anonymous
    ? {}
    : {
        name: makeName(random, { sex, bornYear: random.int(1940, 1990) }),
        phone: makePhone(random),
      };
  keepContact(world, random, { at, by, encounterId: ids.encounter, keyId: ids.key });
  keepText(
    sink,
    key,
    ids.encounter,
    { encounterId: ids.encounter },
    {
      ...(shown.anonymous ? {} : { visitor: borrower }),
      needs: [{ words: `借${shown.name}` }],
    },
  );
  const due = loanDue(toOffset(new Date(at)), shown.workingDays, workingTime);
  const back = backAt(world, shown, date, at);
  sink.add('loan', [
    committee.id,
    ids.id,
    ids.encounter,
    null,
    shown.thing,
    shown.count,
    back === null ? 'out' : 'returned',
    back === null ? 0 : shown.count,
    by.staffId,
    by.name,
    new Date(at),
    new Date(due),
    back,
    ids.key,
    back === null ? 1 : 2,
  ]);
  if (!shown.anonymous) keepText(sink, key, ids.id, { encounterId: ids.encounter }, borrower);
  const step = (seq: number, type: string, when: Date, data: object): void =>
    sink.add('loan_step', [
      committee.id,
      ids.id,
      seq,
      uuidFrom(random, when.getTime()),
      type,
      when,
      by.staffId,
      by.name,
      JSON.stringify(data),
    ]);
  step(1, 'lend', new Date(at), { count: shown.count, until: due });
  if (back !== null) step(2, 'return', back, { count: shown.count });
  else keepPromise(world, random, ids.id, by, due, at);
}

/** When it came back; null while it is out. */
function backAt(
  { desk, now }: World,
  { returnedAfter }: Shown,
  date: string,
  at: number,
): Date | null {
  if (returnedAfter === undefined) return null;
  const back =
    returnedAfter === 0
      ? at + 90 * MINUTE
      : Date.parse(`${desk.move(date, returnedAfter)}T10:30:00+08:00`);
  return back > now ? null : new Date(back);
}

/** The kind words that are due by now have been said; the next one, if any, comes by the clock. */
function keepPromise(
  { sink, committee, workingTime, now }: World,
  random: SeededRandom,
  loanId: string,
  by: StaffActor,
  due: string,
  at: number,
): void {
  const words = loanReminders(due, workingTime);
  const said = words.filter((word) => Date.parse(word.at) <= now).length;
  sink.add('promise', [
    committee.id,
    uuidFrom(random, at),
    null,
    loanId,
    'loan',
    by.staffId,
    new Date(due),
    said,
    words[said] === undefined ? null : new Date(words[said].at),
    'open',
    said + 1,
    new Date(at),
  ]);
}

function keepContact(
  { sink, committee }: World,
  random: SeededRandom,
  {
    at,
    by,
    encounterId,
    keyId,
  }: {
    readonly at: number;
    readonly by: StaffActor;
    readonly encounterId: string;
    readonly keyId: string;
  },
): void {
  sink.add('encounter', [
    committee.id,
    encounterId,
    by.staffId,
    by.name,
    'desk',
    new Date(at),
    new Date(at + 2 * MINUTE),
    false,
    null,
    null,
    null,
    null,
    null,
    [],
    keyId,
    new Date(at + 2 * MINUTE),
  ]);
  sink.add('encounter_need', [
    committee.id,
    uuidFrom(random, at),
    encounterId,
    0,
    null,
    'settled',
    null,
  ]);
  sink.add('audit_entry', [
    committee.id,
    uuidFrom(random, at),
    new Date(at + 2 * MINUTE),
    by.staffId,
    'encounter.record',
    '借出东西',
    'encounter',
    encounterId,
    committee.id,
    {},
  ]);
}
