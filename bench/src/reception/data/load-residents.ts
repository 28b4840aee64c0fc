import { copyInto } from '@qzt/db/copy';
import { initialTokens, nameTokens, phoneTokens } from '@qzt/domain/household';
import type pg from 'pg';
import { tokensOf } from '../../../../apps/server/src/features/household/index.ts';
import {
  type Keyring,
  newDataKey,
  seal,
  wrap,
} from '../../../../apps/server/src/platform/keys/index.ts';
import { openClient } from '../../product/open-client.ts';
import { FIRST_CASE, FIRST_COMMITTEE, orgId } from './dimensions.ts';
import { invented } from './names.ts';

export const RESIDENTS_EACH = 600;
const PER_HOUSEHOLD = 2.5;
const DOORS_PER_BUILDING = 40;

const id = (kind: number, committee: number, number: number): string =>
  `01900000-${FIRST_COMMITTEE + committee}-${7900 + kind}-8000-${FIRST_CASE + number}`;
const [BUILDING, HOME, HOUSEHOLD, RESIDENT, KEY] = [0, 1, 2, 3, 4];

export const residentName = (committee: number, number: number): string =>
  invented(committee * RESIDENTS_EACH + number).name;

/** People with their homes: names and telephones encrypted, found by the same keyed tokens as the product's own. */
export async function loadResidents(
  connection: pg.ClientConfig,
  keyring: Keyring,
  committees: number,
): Promise<number> {
  const client = await openClient(connection);
  const households = Math.ceil(RESIDENTS_EACH / PER_HOUSEHOLD);
  const buildings = Math.ceil(households / DOORS_PER_BUILDING);
  const all = <T>(count: number, make: (committee: number, number: number) => T) =>
    (function* () {
      for (let committee = 0; committee < committees; committee += 1)
        for (let number = 0; number < count; number += 1) yield make(committee, number);
    })();
  const dataKey = newDataKey();
  const master = keyring.master(keyring.current);
  try {
    await client.query('begin');
    await copyInto(
      client,
      'building',
      ['committee_id', 'id', 'name', 'floors', 'position'],
      all(buildings, (c, n) => [orgId(c), id(BUILDING, c, n), `${n + 1}号楼`, 6, n]),
    );
    await copyInto(
      client,
      'dwelling',
      ['committee_id', 'id', 'building_id', 'door', 'floor'],
      all(households, (c, n) => {
        const building = Math.floor(n / DOORS_PER_BUILDING);
        const floor = 1 + (n % 6);
        const door = `${building + 1}号楼${floor}${String(n % DOORS_PER_BUILDING).padStart(2, '0')}室`;
        return [orgId(c), id(HOME, c, n), id(BUILDING, c, building), door, floor];
      }),
    );
    await copyInto(
      client,
      'household',
      ['committee_id', 'id', 'dwelling_id', 'kind', 'opened_on'],
      all(households, (c, n) => [
        orgId(c),
        id(HOUSEHOLD, c, n),
        id(HOME, c, n),
        'family',
        '2020-01-01',
      ]),
    );
    await copyInto(
      client,
      'data_key',
      ['committee_id', 'id', 'subject_kind', 'subject_id', 'master', 'wrapped'],
      all(RESIDENTS_EACH, (c, n) => [
        orgId(c),
        id(KEY, c, n),
        'resident',
        id(RESIDENT, c, n),
        keyring.current,
        wrap(master, dataKey, id(KEY, c, n)),
      ]),
    );
    await copyInto(
      client,
      'resident',
      ['committee_id', 'id', 'household_id', 'relation', 'key_id', 'cipher'],
      all(RESIDENTS_EACH, (c, n) => {
        const { name, phone } = invented(c * RESIDENTS_EACH + n);
        const resident = id(RESIDENT, c, n);
        const cipher = seal(dataKey, JSON.stringify({ name, phone }), `${orgId(c)}|${resident}`);
        const household = id(HOUSEHOLD, c, Math.floor(n / PER_HOUSEHOLD));
        return [orgId(c), resident, household, 'other', id(KEY, c, n), cipher];
      }),
    );
    await copyInto(client, 'resident_token', ['committee_id', 'token', 'resident_id'], tokens());
    await client.query('commit');
    return committees * RESIDENTS_EACH;
  } finally {
    await client.end();
  }

  function* tokens() {
    for (const [committee, number] of all(RESIDENTS_EACH, (c, n) => [c, n] as const)) {
      const { name, initials, phone } = invented(committee * RESIDENTS_EACH + number);
      const parts = [...nameTokens(name), ...initialTokens(initials), ...phoneTokens(phone)];
      for (const token of tokensOf(keyring, orgId(committee), [...new Set(parts)]))
        yield [orgId(committee), token, id(RESIDENT, committee, number)] as const;
    }
  }
}
