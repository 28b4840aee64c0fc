import { type CommitteePeople, makePhone, type Resident, type SeededRandom } from '@qzt/testkit';
import type { ItemVersion } from '../../catalogue/index.ts';

export interface Visitor {
  readonly name?: string;
  readonly phone?: string;
  readonly relation?: string;
  readonly onBehalfOf?: string;
}

export interface Comer {
  readonly resident?: Resident;
  readonly visitor?: Visitor;
}

/** What the files of the committee say of where somebody lives. */
export interface Home {
  readonly name: string;
  readonly door: string;
  readonly since: string;
}

const ELDER = 60;
const OLD = 78;

/** The first character; of a foreign name its first word. */
const surnameOf = ({ name }: Resident): string =>
  /^[a-z]/i.test(name) ? (name.split(/[\s·]/)[0] ?? name) : (name[0] ?? '');

/** Who of a committee comes with what: a matter of the aged is an old person's, a child's its parents'. */
export class WhoComes {
  readonly #age: (resident: Resident) => number;
  readonly #adults: readonly Resident[];
  readonly #elders: readonly Resident[];
  readonly #groups: ReadonlyMap<string, readonly Resident[]>;
  readonly #homes: ReadonlyMap<string, CommitteePeople['households'][number]>;
  readonly #doors: ReadonlyMap<string, string>;
  readonly #household: ReadonlyMap<string, readonly Resident[]>;

  /** `leftAlone`: a household that no invented matter is about. */
  constructor(people: CommitteePeople, today: string, leftAlone: string | undefined) {
    const year = Number(today.slice(0, 4));
    this.#age = ({ bornOn }) => year - Number(bornOn.slice(0, 4));
    const known = people.residents.filter(({ householdId }) => householdId !== leftAlone);
    this.#household = Map.groupBy(known, ({ householdId }) => householdId);
    this.#adults = known.filter((one) => this.#age(one) >= 20);
    this.#elders = this.#adults.filter((one) => this.#age(one) >= ELDER);
    const homes = new Map(people.households.map((home) => [home.id, home]));
    const buildings = new Map(people.buildings.map(({ id, name: called }) => [id, called]));
    this.#homes = homes;
    this.#doors = new Map(
      people.dwellings.map(({ id, buildingId, door }) => [
        id,
        `${buildings.get(buildingId) ?? ''}${door}`,
      ]),
    );
    const homesWith = (tag: string) =>
      this.#adults.filter(({ householdId }) =>
        homes.get(householdId)?.populationTags.some((one) => one === tag),
      );
    const tagged = (...tags: readonly string[]) =>
      known.filter((one) => one.tags.some((tag) => tags.includes(tag)));
    const women = this.#adults.filter(
      (one) => one.sex === 'female' && this.#age(one) >= 24 && this.#age(one) <= 42,
    );
    const parents = homesWith('未成年人').filter((one) => this.#age(one) < ELDER);
    const grown = this.#adults.filter((one) => this.#age(one) < ELDER);
    this.#groups = new Map([
      ['养老', this.#elders],
      ['残联', tagged('残疾人')],
      ['优抚双拥', tagged('退役军人', '优抚对象')],
      ['人口管理', homesWith('来沪人员')],
      ['文教体', parents],
      ['妇儿', women],
      ['就业社保', grown],
      ['BJM-022', parents],
      ['BJM-023', women],
      ['BJM-024', women],
      ['BJM-046', grown.filter((one) => one.sex === 'male')],
      ['BJM-010', this.#elders.filter((one) => this.#age(one) >= 85)],
    ]);
  }

  /** Where a resident lives, and since when. */
  homeOf({ name, householdId }: Resident): Home | undefined {
    const household = this.#homes.get(householdId);
    const door = household && this.#doors.get(household.dwellingId);
    return household && door !== undefined ? { name, door, since: household.openedOn } : undefined;
  }

  /** Somebody whose matter this can be; a committee without such a person takes any grown-up. */
  resident(random: SeededRandom, item: ItemVersion | undefined): Resident {
    const group =
      this.#groups.get(item?.code ?? '') ?? this.#groups.get(item?.body.serviceLine ?? '') ?? [];
    if (group.length > 0) return random.pick(group);
    return random.pick(random.chance(0.6) ? this.#elders : this.#adults);
  }

  /** Somebody with a matter: mostly known, at times known by a telephone only, rarely by nothing. */
  withMatter(random: SeededRandom, item: ItemVersion | undefined): Comer {
    const kind = random.weighted([
      ['known', 80],
      ['telephone', 15],
      ['nobody', 5],
    ] as const);
    if (kind === 'nobody') return {};
    const resident = this.resident(random, item);
    if (kind === 'telephone')
      return { visitor: { name: `${surnameOf(resident)}某`, phone: makePhone(random) } };
    const relative = this.#relativeOf(random, resident);
    return relative ? { resident, visitor: relative } : { resident };
  }

  /** Somebody with a word in passing: mostly nobody asks who it is. */
  inPassing(random: SeededRandom): Comer {
    return random.chance(0.22) ? { resident: random.pick(this.#adults) } : {};
  }

  /** The old are often spoken for by a child who lives with them. */
  #relativeOf(random: SeededRandom, resident: Resident): Visitor | undefined {
    if (this.#age(resident) < OLD || !random.chance(0.5)) return undefined;
    const child = this.#household
      .get(resident.householdId)
      ?.find(({ relation }) => relation === '子' || relation === '女');
    if (child === undefined || child.id === resident.id) return undefined;
    return {
      name: child.name,
      relation: child.sex === 'male' ? '儿子' : '女儿',
      onBehalfOf: resident.sex === 'male' ? '父亲' : '母亲',
      ...(child.phone === null ? {} : { phone: child.phone }),
    };
  }

  /** How the people at the desk call somebody: 王阿姨, 李老伯, 小张. */
  calledAs(resident: Resident): string {
    const surname = surnameOf(resident);
    const age = this.#age(resident);
    if (age >= OLD) return surname + (resident.sex === 'male' ? '老伯' : '阿婆');
    if (age >= 45) return surname + (resident.sex === 'male' ? '师傅' : '阿姨');
    return surname + (resident.sex === 'male' ? '先生' : '女士');
  }
}
