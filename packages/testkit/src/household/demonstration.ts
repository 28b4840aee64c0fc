import { makeIdentityNumber } from '../person/identity-number.ts';
import { demonstrationPhone, makePhone } from '../person/phone.ts';
import type { SeededRandom } from '../random/random.ts';
import { uuidFrom } from '../random/uuid-from.ts';
import { plusDays } from '../time/dates.ts';
import type { Household } from './household.ts';
import type { Resident } from './resident.ts';

/** Where the demonstration household lives: building 3 of the first estate. */
export const demonstrationDoor = { number: 3, door: '502室' } as const;

const people = [
  { name: '邵玉珍', sex: 'female', age: 66, relation: '户主', tags: [] },
  { name: '何晓峰', sex: 'male', age: 33, relation: '子', tags: [] },
  { name: '林婷', sex: 'female', age: 30, relation: '儿媳', tags: ['孕产妇'] },
] as const;

/** The household of the product's own story: a mother, her son and her daughter-in-law, who expects a child. */
export function makeDemonstrationHousehold(
  random: SeededRandom,
  plan: { readonly dwellingId: string; readonly today: string; readonly timeMs: number },
): { household: Household; residents: Resident[] } {
  const householdId = uuidFrom(random, plan.timeMs);
  const residents = people.map(({ name, sex, age, relation, tags }, i): Resident => {
    const bornOn = plusDays(plan.today, -Math.round((age + 0.4) * 365.25));
    return {
      id: uuidFrom(random, plan.timeMs),
      householdId,
      name,
      sex,
      bornOn,
      relation,
      phone: i === 0 ? demonstrationPhone : makePhone(random),
      identityNumber: makeIdentityNumber(random, sex, bornOn),
      tags,
    };
  });
  const household: Household = {
    id: householdId,
    dwellingId: plan.dwellingId,
    kind: 'withAdultChild',
    populationTags: ['孕产妇'],
    serviceTags: ['家庭医生签约'],
    openedOn: plusDays(plan.today, -4000),
  };
  return { household, residents };
}
