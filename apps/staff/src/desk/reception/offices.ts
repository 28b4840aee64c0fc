import type { ItemView } from '@qzt/contract/catalogue';

type Place = NonNullable<ItemView['details']>['places'][number];

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** Where a matter can go: an office in the system gets the case; of another one only the way is shown. */
export type Office =
  | { readonly kind: 'department' | 'centre'; readonly id: string; readonly name: string }
  | { readonly kind: 'outside'; readonly name: string };

const isOffice = (unit: Unit): unit is Unit & { kind: 'department' | 'centre' } =>
  unit.kind === 'department' || unit.kind === 'centre';

/** The place is the very desk at which the resident stands. */
const OURS = /^(?:本|我们|社区)?居委会/;

const plain = (name: string): string => name.replace(/[\s()()]/g, '');
const same = (a: string, b: string): boolean =>
  plain(a).includes(plain(b)) || plain(b).includes(plain(a));

const placeText = ({ name, address, phone }: Place): string =>
  [name, address, phone].filter((part) => part !== undefined && part !== '').join(',');

/** The offices for a matter: the item's own place first, then those of the system, then places outside of it. */
export const officesFor = (
  places: readonly Place[],
  units: readonly Unit[],
): { readonly own: readonly Office[]; readonly others: readonly Office[] } => {
  const offices = units.filter(isOffice).map(({ id, name, kind }): Office => ({ kind, id, name }));
  const own = offices.filter(({ name }) => places.some((place) => same(place.name, name)));
  const outside = places
    .filter(
      (place) => !OURS.test(place.name) && !offices.some(({ name }) => same(place.name, name)),
    )
    .map((place): Office => ({ kind: 'outside', name: placeText(place) }));
  return {
    own: [...own, ...outside],
    others: offices.filter((office) => !own.includes(office)),
  };
};
