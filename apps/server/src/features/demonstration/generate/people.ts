import { doorTokens, initialTokens, nameTokens, phoneTokens } from '@qzt/domain/household';
import {
  type CommitteePeople,
  type Household,
  type Resident,
  type SeededRandom,
  uuidFrom,
} from '@qzt/testkit';
import type { Keyring } from '../../../platform/keys/index.ts';
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { type ResidentFacts, tokensOf } from '../../household/index.ts';
import { initialsOf } from './initials.ts';
import type { RowSink } from './row-sink.ts';
import { keepKey, sealFor } from './rows.ts';

interface Ground {
  readonly sink: RowSink;
  readonly keyring: Keyring;
  readonly committeeId: string;
}

/** Buildings and their doors; a door is written out as people say it, and found by its short spellings. */
export function keepPlaces({ sink, committeeId }: Ground, people: CommitteePeople): void {
  const buildings = new Map(people.buildings.map((building) => [building.id, building]));
  for (const [position, { id, name, floors }] of people.buildings.entries())
    sink.add('building', [committeeId, id, name, floors, position]);
  for (const { id, buildingId, door, floor } of people.dwellings) {
    const building = buildings.get(buildingId);
    if (building === undefined) continue;
    sink.add('dwelling', [committeeId, id, buildingId, `${building.name}${door}`, floor]);
    const room = door.replace('室', '');
    for (const token of doorTokens({ building: String(building.number), room }))
      sink.add('dwelling_token', [committeeId, token, id]);
  }
}

const factsOf = ({ name, phone, identityNumber, bornOn, sex }: Resident): ResidentFacts => ({
  name,
  ...(phone === null ? {} : { phone }),
  ...(identityNumber === null ? {} : { idNumber: identityNumber }),
  bornOn,
  sex: sex === 'female' ? 'f' : 'm',
});

const tokensOfResident = ({ name, phone }: Resident): string[] => [
  ...nameTokens(name),
  ...initialTokens(initialsOf(name)),
  ...(phone === null ? [] : phoneTokens(phone)),
];

export function keepHousehold({ sink, committeeId }: Ground, household: Household): void {
  const { id, dwellingId, kind, populationTags, serviceTags, openedOn } = household;
  const tags = [...populationTags, ...serviceTags];
  sink.add('household', [committeeId, id, dwellingId, kind, tags, openedOn]);
}

/** A person with the key of everything about this person. */
export function keepResident(
  { sink, keyring, committeeId }: Ground,
  random: SeededRandom,
  resident: Resident,
  madeMs: number,
): SubjectKey {
  const { id, householdId, relation, tags } = resident;
  const key = keepKey(
    sink,
    keyring,
    { committeeId, id: uuidFrom(random, madeMs) },
    { kind: 'resident', id },
  );
  sink.add('resident', [
    committeeId,
    id,
    householdId,
    relation,
    tags,
    key.id,
    sealFor(key, id, factsOf(resident)),
  ]);
  for (const token of tokensOf(keyring, committeeId, [...new Set(tokensOfResident(resident))]))
    sink.add('resident_token', [committeeId, token, id]);
  return key;
}
