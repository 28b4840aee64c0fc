import { type KeyRow, openKey, readText, type SubjectKey } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

/** What is known of a person, encrypted under that person's key. */
export interface ResidentFacts {
  readonly name: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly bornOn?: string;
  readonly sex?: 'f' | 'm';
}

export interface Resident {
  readonly committeeId: string;
  readonly id: string;
  readonly householdId: string;
  readonly door: string;
  readonly relation: string;
  readonly facts: ResidentFacts | undefined;
  readonly key: SubjectKey | undefined;
}

interface ResidentRow extends KeyRow {
  committee_id: string;
  id: string;
  household_id: string;
  relation: string;
  door: string | null;
  cipher: Buffer;
}

const COLUMNS = `r.committee_id, r.id, r.household_id, r.relation, r.cipher, r.key_id, k.master, k.wrapped, d.door
  from resident r
  left join data_key k on k.committee_id = r.committee_id and k.id = r.key_id
  left join household h on h.committee_id = r.committee_id and h.id = r.household_id
  left join dwelling d on d.committee_id = h.committee_id and d.id = h.dwelling_id`;

function toResident(work: Work, row: ResidentRow): Resident {
  const key = openKey(work, row.committee_id, row);
  return {
    committeeId: row.committee_id,
    id: row.id,
    householdId: row.household_id,
    door: row.door ?? '',
    relation: row.relation,
    key,
    facts: readText<ResidentFacts>(key, row.id, { keyId: row.key_id, cipher: row.cipher }),
  };
}

/** A resident of a committee in scope, with the key of everything about this person. */
export async function findResident(work: Work, id: string): Promise<Resident | undefined> {
  const [row] = await work.tx.read<ResidentRow>(
    `select ${COLUMNS} where r.committee_id = any (scope_committees()) and r.id = $1`,
    [id],
  );
  return row && toResident(work, row);
}

/** Who lives in a household, in the order in which they were filed. */
export async function membersOf(work: Work, householdId: string): Promise<Resident[]> {
  const rows = await work.tx.read<ResidentRow>(
    `select ${COLUMNS} where r.committee_id = any (scope_committees()) and r.household_id = $1 order by r.id`,
    [householdId],
  );
  return rows.map((row) => toResident(work, row));
}

/** Residents that carry every one of the tokens, in a stable order. */
export async function residentsByTokens(
  work: Work,
  tokens: readonly Buffer[],
  limit: number,
): Promise<Resident[]> {
  const rows = await work.tx.read<ResidentRow>(
    `select ${COLUMNS}
     where r.committee_id = any (scope_committees()) and r.id in (
       select t.resident_id from resident_token t
       where t.committee_id = any (scope_committees()) and t.token = any ($1::bytea[])
       group by t.committee_id, t.resident_id having count(*) = cardinality($1::bytea[])
       order by t.resident_id limit $2)
     order by r.id`,
    [tokens, limit],
  );
  return rows.map((row) => toResident(work, row));
}

/** Residents behind the doors that carry one of these spellings. */
export const residentsByDoor = async (
  work: Work,
  tokens: readonly string[],
  limit: number,
): Promise<Resident[]> => {
  const rows = await work.tx.read<ResidentRow>(
    `select ${COLUMNS}
     join dwelling_token dt on dt.committee_id = d.committee_id and dt.dwelling_id = d.id
     where dt.committee_id = any (scope_committees()) and dt.token = any ($1::text[]) and h.closed_on is null
     order by d.door, r.id limit $2`,
    [tokens, limit],
  );
  return rows.map((row) => toResident(work, row));
};

/** Residents of a building, by how the keys of its doors begin (`3/`); door after door. */
export const residentsOfBuilding = async (
  work: Work,
  prefix: string,
  limit: number,
): Promise<Resident[]> => {
  const rows = await work.tx.read<ResidentRow>(
    `select ${COLUMNS}
     where r.committee_id = any (scope_committees()) and h.closed_on is null and (d.committee_id, d.id) in (
       select dt.committee_id, dt.dwelling_id from dwelling_token dt
       where dt.committee_id = any (scope_committees()) and starts_with(dt.token, $1))
     order by length(d.door), d.door, r.id limit $2`,
    [prefix, limit],
  );
  return rows.map((row) => toResident(work, row));
};
