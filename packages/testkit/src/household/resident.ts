import { makeForeignName, type Sex } from '../person/given-names.ts';
import { makeIdentityNumber } from '../person/identity-number.ts';
import { makeName } from '../person/name.ts';
import { makePhone } from '../person/phone.ts';
import type { SeededRandom } from '../random/random.ts';
import { uuidFrom } from '../random/uuid-from.ts';
import { plusDays } from '../time/dates.ts';
import type { Member, Relation } from './member.ts';
import { type PopulationTag, personTags } from './tags.ts';

/** A composed person; `identityNumber` null for somebody from abroad, `phone` null for those who have none. */
export interface Resident {
  readonly id: string;
  readonly householdId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: string;
  readonly relation: Relation;
  readonly phone: string | null;
  readonly identityNumber: string | null;
  readonly tags: readonly PopulationTag[];
}

/** A birthday by which the person has exactly this age today. */
function birthday(random: SeededRandom, today: string, age: number): string {
  const lastBirthday = plusDays(today, -random.int(0, 364));
  const year = Number(lastBirthday.slice(0, 4)) - age;
  // Born on a 29 February only where that year had one.
  const date = `${year}${lastBirthday.slice(4)}`;
  return date.endsWith('02-29') ? `${year}-02-28` : date;
}

function phoneShare(age: number): number {
  if (age < 12) return 0;
  if (age < 18) return 0.7;
  return age >= 85 ? 0.6 : 0.96;
}

/** A member as a person with name, birthday, telephone and identity number, none of which can be anybody's. */
export function makeResident(
  random: SeededRandom,
  member: Member,
  plan: {
    readonly householdId: string;
    readonly surname: string;
    readonly today: string;
    readonly timeMs: number;
  },
): Resident {
  const { sex, age, relation, foreign } = member;
  const bornOn = birthday(random, plan.today, age);
  const bornYear = Number(bornOn.slice(0, 4));
  return {
    id: uuidFrom(random, plan.timeMs),
    householdId: plan.householdId,
    name: foreign
      ? makeForeignName(random, sex)
      : makeName(random, { sex, bornYear, surname: plan.surname }),
    sex,
    bornOn,
    relation,
    phone: random.chance(phoneShare(age)) ? makePhone(random) : null,
    identityNumber: foreign ? null : makeIdentityNumber(random, sex, bornOn),
    tags: personTags(random, member),
  };
}
