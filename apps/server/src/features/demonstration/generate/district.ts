import { type CommitteePlace, committeePlaces, subdistrictOffices } from '@qzt/testkit';
import type { Unit } from '../../../platform/actor.ts';
import { COMMITTEES, DISTRICT, demoId, demoUnits } from '../organisation.ts';

export type Size = 'committee' | 'subdistrict' | 'district';

/** So many committees has a district, a subdistrict (standing: press-local, figures of Hongkou) and a committee itself. */
export const COMMITTEES_OF: Readonly<Record<Size, number>> = {
  committee: 1,
  subdistrict: COMMITTEES.length,
  district: 209,
};

interface Place {
  readonly unit: Unit;
  readonly place: CommitteePlace;
}

/** Invented, like the first one's: no subdistrict of Shanghai bears these names. */
const OTHER_SUBDISTRICTS = ['听潮', '云堤', '兰渚', '松汀', '晴洲', '枫浦', '荻港'];
const FIRST_SIGNS = [...'云兰松晴枫荻溪庭梅竹荷苇桂棠槐柳'];
const SECOND_SIGNS = [...'湾桥浜亭园里台泾塘圩弄渡埠'];

/** Names of committees beyond the first subdistrict, each once. */
function* otherNames(): Generator<string> {
  const taken = new Set<string>(COMMITTEES);
  for (const second of SECOND_SIGNS)
    for (const first of FIRST_SIGNS) if (!taken.has(first + second)) yield first + second;
}

function otherSubdistrict(index: number, names: readonly string[]): Unit[] {
  const name = `${OTHER_SUBDISTRICTS[index]}街道(演示)`;
  const code = `demo-s${index + 2}`;
  const unit = (kind: Unit['kind'], called: string, suffix: string, parentId: string): Unit => ({
    id: demoId(kind, name, called),
    kind,
    name: called,
    code: suffix === '' ? code : `${code}-${suffix}`,
    parentId,
  });
  const subdistrict = unit('subdistrict', name, '', demoId('district', DISTRICT));
  return [
    subdistrict,
    ...subdistrictOffices.map((office, at) =>
      unit('department', office.name, `office-${at + 1}`, subdistrict.id),
    ),
    unit(
      'centre',
      `${OTHER_SUBDISTRICTS[index]}街道社区事务受理服务中心`,
      'centre',
      subdistrict.id,
    ),
    ...names.map((called, at) =>
      unit('committee', `${called}居委会`, String(at + 1).padStart(2, '0'), subdistrict.id),
    ),
  ];
}

/** Every organisation of a size. */
export function unitsOf(size: Size): Unit[] {
  if (size !== 'district') return demoUnits();
  const names = [...otherNames()].slice(0, COMMITTEES_OF.district - COMMITTEES.length);
  const each = Math.ceil(names.length / OTHER_SUBDISTRICTS.length);
  return [
    ...demoUnits(),
    ...OTHER_SUBDISTRICTS.flatMap((_, index) =>
      otherSubdistrict(index, names.slice(index * each, (index + 1) * each)),
    ),
  ];
}

/** The committees among organisations with where they lie; the first is the demonstration's. */
export const placesOf = (units: readonly Unit[]): Place[] =>
  units
    .filter(({ kind }) => kind === 'committee')
    .map((unit) => {
      const name = unit.name.replace(/居委会$/, '');
      const known = committeePlaces.find((place) => place.name === name);
      return { unit, place: known ?? { name, estates: [{ name: `${name}新村` }] } };
    });
