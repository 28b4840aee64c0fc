import type { SeededRandom } from '../random/random.ts';
import { makeGivenName, type Sex } from './given-names.ts';
import { makeShortSurname, makeSurname } from './surnames.ts';

/** A whole name: mostly two or three characters, four for compound surnames and for some children of two surnames. */
export function makeName(
  random: SeededRandom,
  person: { readonly sex: Sex; readonly bornYear: number; readonly surname?: string },
): string {
  const surname = person.surname ?? makeSurname(random);
  const given = makeGivenName(random, person.sex, person.bornYear);
  const joined = person.bornYear >= 2000 && surname.length === 1 && given.length === 2;
  return joined && random.chance(0.02)
    ? surname + makeShortSurname(random) + given
    : surname + given;
}
