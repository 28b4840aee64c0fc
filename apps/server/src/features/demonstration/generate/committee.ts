import {
  type CommitteePeople,
  makeCommitteePeople,
  makeDay,
  type SeededRandom,
  seededRandom,
} from '@qzt/testkit';
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { localDate } from '../../../platform/time.ts';
import { keepConfirmed } from './certificate-offices.ts';
import { Contacts } from './contact.ts';
import { demonstrationResident, familyMatters } from './demonstration-family.ts';
import type { Rows } from './fill.store.ts';
import { keepHandOver } from './hand-over.ts';
import { keepLending, lentOn } from './lending.ts';
import type { Matter } from './matter.ts';
import { keepHousehold, keepPlaces, keepResident } from './people.ts';
import { keepPhonebook } from './phonebook.ts';
import type { CommitteePlan } from './plan.ts';
import { worldOf } from './plan.ts';
import { showcase } from './showcase.ts';
import { otherMatters } from './texts.ts';
import { WhoComes } from './who-comes.ts';
import type { World } from './world.ts';

/** Standing: press-local, figures of Hongkou. */
const HOUSEHOLDS = 1_500;
const HOUSEHOLDS_A_BATCH = 250;
const DAYS_A_BATCH = 15;
/** Requests of a day: 6 to 10, of which a shown matter is one (standing: press-local, figures of Hongkou). */
const REQUESTS = [6, 9] as const;
/** Of the matters that become cases, so many are on no list (standing: assumed). */
const OTHER_SHARE = 0.12;

/**
 * The rows of one committee, batch by batch: first who lives there, then what happened. Wholly decided by the seed and the
 * present, but for the keys. No batch is held after it was taken.
 */
export function* committeeRows(plan: CommitteePlan): Generator<Rows> {
  const random = seededRandom(`${plan.seed}/${plan.unit.code}`);
  const world = worldOf(plan, random);
  const people = makeCommitteePeople(random.fork('people'), {
    place: plan.place,
    today: world.today,
    households: plan.small?.households ?? HOUSEHOLDS,
    demonstration: plan.demonstration,
  });
  const keys = new Map<string, SubjectKey>();
  yield* peopleRows(world, random.fork('keys'), people, keys);
  yield* historyRows(plan, world, random, people, keys);
}

function* peopleRows(
  world: World,
  random: SeededRandom,
  people: CommitteePeople,
  keys: Map<string, SubjectKey>,
): Generator<Rows> {
  const ground = { sink: world.sink, keyring: world.keyring, committeeId: world.committee.id };
  keepPlaces(ground, people);
  const members = Map.groupBy(people.residents, ({ householdId }) => householdId);
  for (const [index, household] of people.households.entries()) {
    keepHousehold(ground, household);
    for (const resident of members.get(household.id) ?? [])
      keys.set(resident.id, keepResident(ground, random, resident, Date.parse(world.today)));
    if (index % HOUSEHOLDS_A_BATCH === HOUSEHOLDS_A_BATCH - 1) yield world.sink.take();
  }
  yield world.sink.take();
}

function* historyRows(
  { demonstration, everything, small }: CommitteePlan,
  world: World,
  random: SeededRandom,
  people: CommitteePeople,
  keys: ReadonlyMap<string, SubjectKey>,
): Generator<Rows> {
  const family = demonstration ? demonstrationResident(people) : undefined;
  const who = new WhoComes(people, world.today, family?.householdId);
  const contacts = new Contacts(world, who, keys);
  const shown = Map.groupBy(
    [
      ...showcase(world, random.fork('showcase'), everything),
      ...(family ? familyMatters(world, family) : []),
    ],
    ({ startedAt }) => startedAt.slice(0, 10),
  );
  const lent = lentOn(world);
  const requests = small?.requests ?? REQUESTS;
  const days = [...world.duties.keys()].filter((date) => date <= localDate(new Date(world.now)));
  for (const [index, date] of days.entries()) {
    const today = random.fork(date);
    const there = { shown: shown.get(date) ?? [], lent: lent.get(date) ?? 0, requests };
    for (const matter of mattersOf(world, today, date, there)) contacts.write(today, matter);
    if (index % DAYS_A_BATCH === DAYS_A_BATCH - 1) yield world.sink.take();
  }
  keepPresence(world);
  keepLending(world, random.fork('lending'));
  keepPhonebook(world, random.fork('phonebook'), people);
  keepHandOver(world, random.fork('hand-over'));
  keepConfirmed(world);
  yield world.sink.take();
}

interface DayPlan {
  readonly shown: readonly Matter[];
  readonly lent: number;
  readonly requests: readonly [fewest: number, most: number];
}

function mattersOf(
  world: World,
  random: SeededRandom,
  date: string,
  { shown, lent, requests: [fewest, most] }: DayPlan,
): Matter[] {
  const monday = new Date(`${date}T00:00:00Z`).getUTCDay() === 1;
  const count = random.int(fewest, most) + (monday ? 1 : 0) - shown.length - lent;
  const items = [...world.items.values()].map(({ code, body }) => ({ code, ...body }));
  const drawn = makeDay(random, { date, items, count: Math.max(count, 0) });
  return [...shown, ...drawn.map((request) => onNoList(random, request))];
}

function onNoList(random: SeededRandom, matter: Matter): Matter {
  if (matter.outcome !== 'case' || !random.chance(OTHER_SHARE)) return matter;
  const { serviceItem: _item, ...rest } = matter;
  return { ...rest, ...random.pick(otherMatters) };
}

/** Who was and will be at the desk, and one colleague away today. */
function keepPresence({ sink, committee, duties, awayToday, today, desk }: World): void {
  for (const [date, [primary, backup]] of duties)
    sink.add('presence_day', [committee.id, date, primary.staffId, backup.staffId]);
  if (desk.isOpenOn(today)) sink.add('absence', [committee.id, today, awayToday, '08:30', '17:30']);
}
