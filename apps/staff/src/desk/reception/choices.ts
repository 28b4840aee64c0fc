import type { ItemHit } from '@qzt/contract/catalogue';
import type { ResidentHit } from '@qzt/contract/household';
import type { CaseLine } from '@qzt/contract/reception';
import type { InputReading } from '@qzt/domain/reception';

/** One thing that Enter can do with what stands in the input. */
export type Choice =
  | { readonly kind: 'item'; readonly hit: ItemHit }
  | { readonly kind: 'other' }
  | { readonly kind: 'say' }
  /** Another matter than the one that is written. */
  | { readonly kind: 'anew' }
  | { readonly kind: 'resident'; readonly hit: ResidentHit }
  | { readonly kind: 'phone'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'case'; readonly line: CaseLine };

/** What was found for the input so far. */
export interface Found {
  readonly items: readonly ItemHit[];
  readonly confident: boolean;
  readonly residents: readonly ResidentHit[];
  readonly cases: readonly CaseLine[];
}

/** Of those behind a door, the ones of the surname that was said; all of them where it fits nobody (the door counts). */
export const ofSurname = (
  residents: readonly ResidentHit[],
  surname: string | undefined,
): readonly ResidentHit[] => {
  if (surname === undefined) return residents;
  const own = residents.filter((one) => one.name.startsWith(surname));
  return own.length > 0 ? own : residents;
};

const keepable = ({ phone, name, person }: InputReading): Choice[] => [
  ...(phone === null ? [] : [{ kind: 'phone' as const, text: phone }]),
  ...(name === null || person?.by !== 'name' ? [] : [{ kind: 'name' as const, text: name }]),
];

/** What the input can mean, the likeliest first. `picked`: the matter is chosen already, so that more words add to it. */
export const choicesOf = (
  reading: InputReading,
  found: Found,
  picked: boolean,
  /** Its panel was closed by Esc: what is typed now is likelier another matter than more of this one. */
  left = false,
): Choice[] => {
  const cases = found.cases.map((line): Choice => ({ kind: 'case', line }));
  const residents = ofSurname(found.residents, reading.person?.surname).map(
    (hit): Choice => ({ kind: 'resident', hit }),
  );
  const people = [...cases, ...residents, ...keepable(reading)];
  if (reading.matter === '') return people;
  if (picked)
    return [
      ...(found.confident ? [] : people),
      ...(left ? [{ kind: 'anew' as const }] : []),
      { kind: 'say' },
      ...(found.confident ? people : []),
    ];
  const items = found.items.map((hit): Choice => ({ kind: 'item', hit }));
  const matters: Choice[] = [...items, { kind: 'other' }];
  // 王秀英 is no matter, 高龄津贴 is one: the finder knows.
  const named = reading.person?.by === 'name' || reading.person?.by === 'initials';
  const nameFirst = named && !found.confident && residents.length > 0;
  return nameFirst ? [...people, ...matters] : [...matters, ...people];
};

export type ChoiceGroup = 'matter' | 'person';

const MATTERS: readonly Choice['kind'][] = ['item', 'other', 'say', 'anew'];

export const groupOf = (choice: Choice): ChoiceGroup =>
  MATTERS.includes(choice.kind) ? 'matter' : 'person';

/** The digit that takes a choice together with Alt: 其他 is always 0, the others count from 1; past 9 there is none. */
export const digitOf = (choices: readonly Choice[], index: number): number | null => {
  if (choices[index]?.kind === 'other') return 0;
  const digit = choices.slice(0, index + 1).filter((choice) => choice.kind !== 'other').length;
  return digit > 9 ? null : digit;
};
