import type { CaseState } from '@qzt/domain/reception';
import type { WorklistName } from '@qzt/domain/worklist';
import { type KeyRow, openKey, readText } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';
import type { ResidentFacts } from '../household/index.ts';

interface Row extends KeyRow {
  readonly committee_id: string;
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly kind: string | null;
  readonly at: Date | null;
  readonly words_key: string | null;
  readonly words: Buffer | null;
  readonly resident_id: string | null;
  readonly resident_key: string | null;
  readonly resident_cipher: Buffer | null;
  readonly door: string | null;
  readonly total: number;
  readonly late: number;
  readonly today: number;
}

/** A case of a list, its title and person opened. */
export interface WorkRow
  extends Pick<Row, 'committee_id' | 'id' | 'number' | 'state' | 'kind' | 'at' | 'door'> {
  readonly title: string | undefined;
  readonly name: string | undefined;
}

export interface WorkRows {
  readonly rows: readonly WorkRow[];
  readonly total: number;
  readonly late: number;
  readonly today: number;
}

const OWN = 'c.committee_id = any ((select scope_committees())::uuid[])';
const OPEN = "c.status <> 'closed'";
const PROMISED =
  'promise p join case_file c on c.committee_id = p.committee_id and c.id = p.case_id';

/** What a list is made of: its cases, what is due of each, and when. */
interface Source {
  readonly from: string;
  readonly where: string;
  readonly kind: string;
  readonly at: string;
}

const CASE_DUE = { from: 'case_file c', kind: "c.state ->> 'dueKind'", at: 'c.due_at' } as const;

/** `$1` is now, `$2` the end of today. */
const SOURCES: Readonly<Record<WorklistName, Source>> = {
  promises: {
    from: PROMISED,
    where: `p.committee_id = any ((select scope_committees())::uuid[]) and p.owner_id = scope_staff() and p.state = 'open' and p.kind <> 'silence'`,
    kind: 'p.kind',
    at: 'p.due_at',
  },
  handed: {
    ...CASE_DUE,
    where: `${OWN} and c.handler_id = scope_staff() and c.first_asked_id <> scope_staff() and ${OPEN}`,
  },
  waiting: {
    from: 'case_file c',
    where: `${OWN} and c.first_asked_id = scope_staff() and c.status = 'waiting-resident'`,
    kind: "'resident'",
    at: "(c.state -> 'paused' ->> 'since')::timestamptz",
  },
  answered: {
    from: 'case_file c',
    where: `${OWN} and c.first_asked_id = scope_staff() and c.status = 'answered' and not c.state ? 'tell'`,
    kind: "'silence'",
    at: "(c.state ->> 'silenceUntil')::timestamptz",
  },
  office: {
    ...CASE_DUE,
    where: `c.handler_org_id = scope_org() and c.handler_org_id <> c.committee_id and ${OPEN}`,
  },
  committee: {
    from: PROMISED,
    where: `p.committee_id = any ((select scope_committees())::uuid[]) and p.state = 'open' and p.kind <> 'silence' and (p.due_at < $2 or c.urgent)`,
    kind: 'p.kind',
    at: 'p.due_at',
  },
  underWay: { ...CASE_DUE, where: `${OWN} and ${OPEN}` },
};

/** Of these two nothing of ours is late: the time is since when, or until when we wait. */
const PRESSES = "kind is not null and kind not in ('resident', 'silence')";

const DETAILS = `c.number, c.state, c.key_id, k.master, k.wrapped, t.key_id as words_key, t.cipher as words,
    c.resident_id, r.key_id as resident_key, r.cipher as resident_cipher, d.door`;
const DETAIL_JOINS = `left join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
  left join personal_text t on t.committee_id = c.committee_id and t.id = c.id
  left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id
  left join household h on h.committee_id = r.committee_id and h.id = r.household_id
  left join dwelling d on d.committee_id = h.committee_id and d.id = h.dwelling_id`;

/** The first lines of a list and the figures of the whole of it, in one question. */
export async function worklist(
  work: Work,
  name: WorklistName,
  endOfToday: Date,
  limit: number,
): Promise<WorkRows> {
  const { from, where, kind, at } = SOURCES[name];
  const rows = await work.tx.read<Row>(
    `with listed as (
       select c.committee_id, c.id, c.urgent, ${kind} as kind, ${at} as at from ${from} where ${where}),
     first as (
       select *, (count(*) over ())::int as total,
         (count(*) filter (where ${PRESSES} and at < $1) over ())::int as late,
         (count(*) filter (where ${PRESSES} and at >= $1 and at < $2) over ())::int as today
       from listed order by urgent desc, at nulls last, id limit $3)
     select f.committee_id, f.id, f.kind, f.at, f.total, f.late, f.today, ${DETAILS}
     from first f join case_file c on c.committee_id = f.committee_id and c.id = f.id ${DETAIL_JOINS}
     order by f.urgent desc, f.at nulls last, f.id`,
    [work.now, endOfToday, limit],
  );
  const { total = 0, late = 0, today = 0 } = rows[0] ?? {};
  return { rows: rows.map((row) => opened(work, row)), total, late, today };
}

/** Cases by their ids, as far as the actor sees them; what is due of each is that of the case. */
export async function workRowsOf(work: Work, ids: readonly string[]): Promise<WorkRow[]> {
  const rows = await work.tx.read<Row>(
    `select c.committee_id, c.id, coalesce(p.kind, c.state ->> 'dueKind') as kind, coalesce(p.due_at, c.due_at) as at, ${DETAILS}
     from case_file c
     left join promise p on p.committee_id = c.committee_id and p.case_id = c.id and p.state = 'open' and p.kind <> 'silence'
     ${DETAIL_JOINS}
     where ${OWN} and c.id = any ($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => opened(work, row));
}

function opened(work: Work, row: Row): WorkRow {
  const key = openKey(work, row.committee_id, row);
  const words = readText<{ readonly title: string }>(key, row.id, {
    keyId: row.words_key,
    cipher: row.words,
  });
  const person =
    row.resident_id === null
      ? undefined
      : readText<ResidentFacts>(key, row.resident_id, {
          keyId: row.resident_key,
          cipher: row.resident_cipher,
        });
  const { committee_id, id, number, state, kind, at, door } = row;
  return {
    committee_id,
    id,
    number,
    state,
    kind,
    at,
    door,
    title: words?.title,
    name: person?.name,
  };
}
