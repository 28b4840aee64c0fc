import { makeSurname } from '../person/surnames.ts';
import type { SeededRandom } from '../random/random.ts';
import { uuidFrom } from '../random/uuid-from.ts';
import { plusDays } from '../time/dates.ts';
import { composeHousehold } from './compose.ts';
import { type HouseholdKind, kindShares } from './kinds.ts';
import { makeResident, type Resident } from './resident.ts';
import { householdTags, type PopulationTag, type ServiceTag, servicesOf } from './tags.ts';

export interface Household {
  readonly id: string;
  readonly dwellingId: string;
  readonly kind: HouseholdKind;
  /** Of the household and of its people, each once. */
  readonly populationTags: readonly PopulationTag[];
  readonly serviceTags: readonly ServiceTag[];
  /** When its file was opened, before today. */
  readonly openedOn: string;
}

/** A household of a drawn kind with its people, head first. */
export function makeHousehold(
  random: SeededRandom,
  plan: { readonly dwellingId: string; readonly today: string; readonly timeMs: number },
): { household: Household; residents: Resident[] } {
  const kind = random.weighted(kindShares);
  const id = uuidFrom(random, plan.timeMs);
  const members = composeHousehold(random, kind);
  const surnames = new Map<number, string>();
  const surnameOf = (family: number): string => {
    const surname = surnames.get(family) ?? makeSurname(random);
    surnames.set(family, surname);
    return surname;
  };
  const residents = members.map((member) =>
    makeResident(random, member, {
      householdId: id,
      surname: surnameOf(member.family),
      today: plan.today,
      timeMs: plan.timeMs,
    }),
  );
  const expecting =
    ['youngCouple', 'coupleWithChild', 'threeGenerations'].includes(kind) && random.chance(0.03);
  const tags = new Set<PopulationTag>([
    ...householdTags(random, kind, members),
    ...residents.flatMap((resident) => resident.tags),
    ...(expecting ? (['孕产妇'] as const) : []),
  ]);
  const household: Household = {
    id,
    dwellingId: plan.dwellingId,
    kind,
    populationTags: [...tags],
    serviceTags: servicesOf(random, members, tags),
    openedOn: plusDays(plan.today, -random.int(30, 9000)),
  };
  return { household, residents };
}
