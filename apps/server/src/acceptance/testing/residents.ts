import { nameTokens, phoneTokens } from '@qzt/domain/household';
import { v7 as uuidv7 } from 'uuid';
import { fingerprint, newDataKey, seal, wrap } from '../../platform/keys/index.ts';
import type { TestProduct } from '../../testing/product.ts';
import type { Owner } from './owner.ts';

export interface NewResident {
  readonly committeeId: string;
  readonly name: string;
  readonly phone: string;
  readonly door: string;
}

/** A resident in a household of its own, filed as the product files them. Answers the resident's id. */
export async function settleIn(
  product: TestProduct,
  owner: Owner,
  { committeeId, name, phone, door }: NewResident,
): Promise<{ id: string; householdId: string }> {
  const [building, dwelling, household, resident, keyId] = [0, 0, 0, 0, 0].map(() => uuidv7()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const { keyring } = product.ground;
  const key = newDataKey();
  await owner.rows(
    'insert into data_key (committee_id, id, subject_kind, subject_id, master, wrapped) values ($1, $2, $3, $4, $5, $6)',
    [
      committeeId,
      keyId,
      'resident',
      resident,
      keyring.current,
      wrap(keyring.master(keyring.current), key, keyId),
    ],
  );
  await owner.rows('insert into building values ($1, $2, $3, 6, 1)', [
    committeeId,
    building,
    '1号楼',
  ]);
  await owner.rows('insert into dwelling values ($1, $2, $3, $4, 5)', [
    committeeId,
    dwelling,
    building,
    door,
  ]);
  await owner.rows('insert into dwelling_token values ($1, $2, $3)', [committeeId, door, dwelling]);
  await owner.rows(
    "insert into household (committee_id, id, dwelling_id, kind, opened_on) values ($1, $2, $3, 'family', '2020-01-01')",
    [committeeId, household, dwelling],
  );
  await owner.rows(
    "insert into resident (committee_id, id, household_id, relation, key_id, cipher) values ($1, $2, $3, '户主', $4, $5)",
    [
      committeeId,
      resident,
      household,
      keyId,
      seal(key, JSON.stringify({ name, phone }), `${committeeId}|${resident}`),
    ],
  );
  for (const token of [...nameTokens(name), ...phoneTokens(phone)])
    await owner.rows('insert into resident_token values ($1, $2, $3)', [
      committeeId,
      fingerprint(keyring.index, committeeId, token),
      resident,
    ]);
  return { id: resident, householdId: household };
}
