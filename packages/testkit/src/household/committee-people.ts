import { type Building, type Dwelling, makeBuildings } from '../place/buildings.ts';
import type { CommitteePlace } from '../place/committees.ts';
import type { SeededRandom } from '../random/random.ts';
import { demonstrationDoor, makeDemonstrationHousehold } from './demonstration.ts';
import { type Household, makeHousehold } from './household.ts';
import type { Resident } from './resident.ts';

export interface PeoplePlan {
  readonly place: CommitteePlace;
  /** The date on which ages hold, `YYYY-MM-DD`; ids carry its first millisecond. */
  readonly today: string;
  /** How many households; a committee has about 1,500 (standing: press-local, figures of Hongkou). */
  readonly households: number;
  /** Whether the demonstration resident's household lives here, at building 3, room 502. */
  readonly demonstration?: boolean;
}

export interface CommitteePeople {
  readonly buildings: Building[];
  readonly dwellings: Dwelling[];
  readonly households: Household[];
  readonly residents: Resident[];
}

/** One flat in twenty-five stands empty. */
const vacancy = 0.04;

function demonstrationDwelling({
  buildings,
  dwellings,
}: Pick<CommitteePeople, 'buildings' | 'dwellings'>) {
  const building = buildings.find(({ number }) => number === demonstrationDoor.number);
  return dwellings.find(
    ({ buildingId, door }) => buildingId === building?.id && door === demonstrationDoor.door,
  );
}

/**
 * The buildings, dwellings, households and residents of one committee: plain objects, wholly decided by the source of chance
 * and the plan. No two households share a dwelling, and nothing in it can belong to a real person. Throws RangeError where
 * the demonstration household has no room.
 */
export function makeCommitteePeople(random: SeededRandom, plan: PeoplePlan): CommitteePeople {
  const timeMs = Date.parse(`${plan.today}T00:00:00Z`);
  const wanted = Math.ceil(plan.households / (1 - vacancy));
  const { buildings, dwellings } = makeBuildings(random.fork('buildings'), {
    place: plan.place,
    dwellings: wanted,
    timeMs,
  });
  const households: Household[] = [];
  const residents: Resident[] = [];
  const keep = (made: { household: Household; residents: Resident[] }) => {
    households.push(made.household);
    residents.push(...made.residents);
  };
  const base = { today: plan.today, timeMs };
  const reserved = plan.demonstration ? demonstrationDwelling({ buildings, dwellings }) : undefined;
  if (plan.demonstration) {
    if (!reserved) throw new RangeError('演示住户需要 3号楼502室:请把户数加大到 60 以上');
    keep(
      makeDemonstrationHousehold(random.fork('demonstration'), {
        ...base,
        dwellingId: reserved.id,
      }),
    );
  }
  const free = random.fork('moves').shuffle(dwellings.filter(({ id }) => id !== reserved?.id));
  const drawn = random.fork('households');
  for (const { id } of free.slice(0, plan.households - households.length))
    keep(makeHousehold(drawn, { ...base, dwellingId: id }));
  return { buildings, dwellings, households, residents };
}
