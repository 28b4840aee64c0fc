import type { SeededRandom } from '../random/random.ts';
import { uuidFrom } from '../random/uuid-from.ts';
import type { CommitteePlace } from './committees.ts';

/** One entrance (门洞) with its number (号), which in Shanghai is what a building lead looks after. */
export interface Building {
  readonly id: string;
  readonly estate: string;
  readonly number: number;
  /** Unique within a committee: 林云一村3号楼. */
  readonly name: string;
  readonly kind: 'walkUp' | 'tower';
  readonly floors: number;
  readonly roomsPerFloor: number;
}

export interface Dwelling {
  readonly id: string;
  readonly buildingId: string;
  readonly floor: number;
  /** 502室: floor and room, unique within the building. */
  readonly door: string;
}

export interface Buildings {
  readonly buildings: Building[];
  readonly dwellings: Dwelling[];
}

type Shape = Pick<Building, 'kind' | 'floors' | 'roomsPerFloor'>;

const shapes: readonly (readonly [Shape, number])[] = [
  [{ kind: 'walkUp', floors: 6, roomsPerFloor: 2 }, 20],
  [{ kind: 'walkUp', floors: 6, roomsPerFloor: 3 }, 40],
  [{ kind: 'walkUp', floors: 5, roomsPerFloor: 4 }, 15],
  [{ kind: 'tower', floors: 11, roomsPerFloor: 4 }, 10],
  [{ kind: 'tower', floors: 18, roomsPerFloor: 6 }, 6],
];

/** The third building is always a walk-up of six floors, so that its 502 exists, as the demonstration needs. */
const thirdShape: Shape = { kind: 'walkUp', floors: 6, roomsPerFloor: 3 };

/** Buildings of a committee with at least so many dwellings, estate by estate, numbers without a gap. */
export function makeBuildings(
  random: SeededRandom,
  plan: { readonly place: CommitteePlace; readonly dwellings: number; readonly timeMs: number },
): Buildings {
  const buildings: Building[] = [];
  const dwellings: Dwelling[] = [];
  const { estates } = plan.place;
  for (const [i, { name: estate }] of estates.entries()) {
    const wanted = Math.ceil((plan.dwellings * (i + 1)) / estates.length);
    for (let number = 1; dwellings.length < wanted; number++) {
      const drawn = random.weighted(shapes);
      const shape = i === 0 && number === 3 ? thirdShape : drawn;
      const id = uuidFrom(random, plan.timeMs);
      buildings.push({ id, estate, number, name: `${estate}${number}号楼`, ...shape });
      for (let floor = 1; floor <= shape.floors; floor++)
        for (let room = 1; room <= shape.roomsPerFloor; room++)
          dwellings.push({
            id: uuidFrom(random, plan.timeMs),
            buildingId: id,
            floor,
            door: `${floor}${String(room).padStart(2, '0')}室`,
          });
    }
  }
  return { buildings, dwellings };
}
