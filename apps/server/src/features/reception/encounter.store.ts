import type { EncounterCreate, EncounterView } from '@qzt/contract/reception';
import { missingOfEncounter } from '@qzt/domain/reception';
import {
  type KeyRow,
  openKey,
  readText,
  type SubjectKey,
  writeText,
} from '../../platform/subject/index.ts';
import { toOffset } from '../../platform/time.ts';
import type { Work } from '../../platform/transact.ts';

/** What people said, kept encrypted under the encounter's id. */
interface EncounterWords {
  readonly visitor?: EncounterView['visitor'];
  readonly visit?: EncounterView['visit'];
  readonly activity?: EncounterView['activity'];
  readonly needs: readonly { readonly words: string; readonly place?: string }[];
}

interface EncounterRow extends KeyRow {
  committee_id: string;
  id: string;
  owner_id: string;
  owner_name: string;
  channel: EncounterView['channel'];
  started_at: Date;
  ended_at: Date | null;
  entered_late: boolean;
  resident_id: string | null;
  household_id: string | null;
  journey: number | null;
  rating_score: number | null;
  rating_of: number | null;
  version: number;
  confidential: boolean;
  cipher: Buffer | null;
  needs: {
    id: string;
    service_item: string | null;
    outcome: EncounterView['needs'][number]['outcome'];
    case_id: string | null;
  }[];
}

const INSERT = `insert into encounter (committee_id, id, owner_id, owner_name, channel, started_at, ended_at, entered_late,
    resident_id, household_id, journey, rating_score, rating_of, key_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const INSERT_NEEDS = `insert into encounter_need (committee_id, id, encounter_id, position, service_item, outcome, case_id)
  select $1, n.id, $2, n.position, n.service_item, n.outcome, n.case_id
  from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::uuid[]) as n(id, position, service_item, outcome, case_id)`;

const COLUMNS = `e.committee_id, e.id, e.owner_id, e.owner_name, e.channel, e.started_at, e.ended_at, e.entered_late,
    e.resident_id, e.household_id, e.journey, e.rating_score, e.rating_of, e.version,
    e.key_id, k.master, k.wrapped, t.cipher, cardinality(e.confidential_cases) > 0 as confidential,
    (select coalesce(json_agg(json_build_object('id', n.id, 'service_item', n.service_item, 'outcome', n.outcome, 'case_id', n.case_id) order by n.position), '[]')
     from encounter_need n where n.committee_id = e.committee_id and n.encounter_id = e.id) as needs`;

const JOINS = `left join data_key k on k.committee_id = e.committee_id and k.id = e.key_id
  left join personal_text t on t.committee_id = e.committee_id and t.id = e.id`;

export function insertEncounter(
  work: Work,
  committeeId: string,
  key: SubjectKey,
  input: EncounterCreate,
): void {
  work.tx.write(INSERT, [
    committeeId,
    input.id,
    work.actor.id,
    work.actor.name,
    input.channel,
    input.startedAt,
    input.endedAt ?? null,
    input.enteredLate ?? false,
    input.residentId ?? null,
    input.householdId ?? null,
    input.journey ?? null,
    input.rating?.score ?? null,
    input.rating?.of ?? null,
    key.id,
  ]);
  work.tx.write(INSERT_NEEDS, [
    committeeId,
    input.id,
    input.needs.map((need) => need.id),
    input.needs.map((_, index) => index),
    input.needs.map((need) => need.serviceItem ?? null),
    input.needs.map((need) => need.outcome),
    input.needs.map((need) => need.caseId ?? null),
  ]);
  const words: EncounterWords = {
    ...(input.visitor ? { visitor: input.visitor as EncounterView['visitor'] } : {}),
    ...(input.visit ? { visit: input.visit } : {}),
    ...(input.activity ? { activity: input.activity } : {}),
    needs: input.needs.map(({ words: said, place }) => ({
      words: said,
      ...(place ? { place } : {}),
    })),
  };
  writeText(work, key, input.id, { encounterId: input.id }, words);
}

export interface StoredEncounter {
  /** When it began, as precisely as it is stored. */
  readonly startedAt: string;
  /** Whether it is about a confidential case: then whatever hangs on it is confidential as well. */
  readonly confidential: boolean;
  readonly view: EncounterView;
  readonly key: SubjectKey | undefined;
}

function toStored(work: Work, row: EncounterRow): StoredEncounter {
  const key = openKey(work, row.committee_id, row);
  const words = readText<EncounterWords>(key, row.id, { keyId: row.key_id, cipher: row.cipher });
  const given = <K extends string, V>(name: K, value: V | null | undefined) =>
    (value === null || value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
  const view = {
    id: row.id,
    committeeId: row.committee_id,
    owner: { id: row.owner_id, name: row.owner_name },
    channel: row.channel,
    startedAt: toOffset(row.started_at),
    ...given('endedAt', row.ended_at && toOffset(row.ended_at)),
    ...(row.entered_late ? { enteredLate: true } : {}),
    ...given('residentId', row.resident_id),
    ...given('householdId', row.household_id),
    ...given('visitor', words?.visitor),
    ...given('visit', words?.visit),
    ...given('activity', words?.activity),
    ...given('journey', row.journey),
    needs: row.needs.map((need, index) => ({
      id: need.id,
      words: words?.needs[index]?.words ?? '(内容已按请求删除)',
      ...given('serviceItem', need.service_item),
      outcome: need.outcome,
      ...given('place', words?.needs[index]?.place),
      ...given('caseId', need.case_id),
    })),
    ...(row.rating_score !== null && row.rating_of !== null
      ? { rating: { score: row.rating_score, of: row.rating_of } }
      : {}),
    version: row.version,
  };
  return {
    startedAt: row.started_at.toISOString(),
    confidential: row.confidential,
    key,
    view: { ...view, missing: missingOfEncounter(view) },
  };
}

export async function findEncounter(work: Work, id: string): Promise<StoredEncounter | undefined> {
  const [row] = await work.tx.read<EncounterRow>(
    `select ${COLUMNS} from encounter e ${JOINS} where e.committee_id = any (scope_committees()) and e.id = $1`,
    [id],
  );
  return row && toStored(work, row);
}

/** Contacts by a condition of another store; `rest` may order and limit them. */
export async function encountersWhere(
  work: Work,
  rest: string,
  values: readonly unknown[],
): Promise<StoredEncounter[]> {
  const rows = await work.tx.read<EncounterRow>(
    `select ${COLUMNS} from encounter e ${JOINS} where ${rest}`,
    [...values],
  );
  return rows.map((row) => toStored(work, row));
}

/** The newest contacts in scope: each committee gives its newest by its own index before anything is joined. */
export async function newestEncounters(
  work: Work,
  limit: number,
  before: { readonly at: string; readonly id: string } | undefined,
): Promise<StoredEncounter[]> {
  const newest = 'order by e.started_at desc, e.id desc limit $2';
  const older = before ? 'and (e.started_at, e.id) < ($3::timestamptz, $4::uuid)' : '';
  const rows = await work.tx.read<EncounterRow>(
    `select ${COLUMNS} from unnest($1::uuid[]) as own(committee_id) cross join lateral (
       select e.* from encounter e where e.committee_id = own.committee_id ${older} ${newest}) e
     ${JOINS} ${newest}`,
    [work.actor.scope.committees, limit, ...(before ? [before.at, before.id] : [])],
  );
  return rows.map((row) => toStored(work, row));
}

/** Ties a need to its case. The guard stops the transaction when the need has one already. */
export function tieNeed(work: Work, committeeId: string, needId: string, caseId: string): void {
  work.tx.write(
    `with tied as (update encounter_need set case_id = $3 where committee_id = $1 and id = $2 and case_id is null returning 1)
     select expect_one((select count(*) from tied), 'need-taken')`,
    [committeeId, needId, caseId],
  );
}

/** An encounter is as confidential as its cases: who sees one of these sees it. They are written before. */
/** Hides every contact about a case that became confidential only now. */
export function hideContactsOf(work: Work, committeeId: string, caseId: string): void {
  work.tx.write(
    `update encounter e set confidential_cases = confidential_cases || $2::uuid
     where committee_id = $1 and not ($2::uuid = any (confidential_cases))
       and (id = (select c.encounter_id from case_file c where c.committee_id = $1 and c.id = $2)
         or exists (select from encounter_need n where n.committee_id = $1 and n.encounter_id = e.id and n.case_id = $2))`,
    [committeeId, caseId],
  );
}

export function hideEncounter(
  work: Work,
  committeeId: string,
  id: string,
  confidentialCases: readonly string[],
): void {
  work.tx.write(
    'update encounter set confidential_cases = confidential_cases || $3::uuid[] where committee_id = $1 and id = $2',
    [committeeId, id, confidentialCases],
  );
}
