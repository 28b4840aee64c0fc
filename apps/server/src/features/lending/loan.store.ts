import type { Loan, LoanState } from '@qzt/domain/lending';
import {
  type KeyRow,
  openKey,
  readText,
  type SubjectKey,
  writeText,
} from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';
import type { ResidentFacts } from '../household/index.ts';

/** What was said with a loan; encrypted under the key of the contact that it hangs on. */
export interface LoanWords {
  readonly thing?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly note?: string;
}

interface LoanRow extends KeyRow {
  readonly committee_id: string;
  readonly id: string;
  readonly encounter_id: string;
  readonly confidential: boolean;
  readonly resident_id: string | null;
  readonly thing: string | null;
  readonly count: number;
  readonly state: LoanState;
  readonly returned: number;
  readonly lent_by: string;
  readonly lent_by_name: string;
  readonly lent_at: Date;
  readonly due_at: Date;
  readonly closed_at: Date | null;
  readonly version: number;
  readonly words_key: string | null;
  readonly words: Buffer | null;
  readonly resident_key: string | null;
  readonly resident_cipher: Buffer | null;
  readonly door: string | null;
}

/** A loan with its words, as far as they may still be read. */
export interface StoredLoan
  extends Omit<LoanRow, 'words' | 'words_key' | 'resident_cipher' | 'resident_key' | keyof KeyRow> {
  readonly key: SubjectKey | undefined;
  readonly words: LoanWords | undefined;
  readonly resident: ResidentFacts | undefined;
}

const SELECT = `select l.committee_id, l.id, l.encounter_id, cardinality(e.confidential_cases) > 0 as confidential, l.resident_id,
    l.thing, l.count, l.state, l.returned, l.lent_by, l.lent_by_name, l.lent_at, l.due_at, l.closed_at, l.version,
    l.key_id, k.master, k.wrapped, t.key_id as words_key, t.cipher as words,
    r.key_id as resident_key, r.cipher as resident_cipher, d.door
  from loan l
  join encounter e on e.committee_id = l.committee_id and e.id = l.encounter_id
  left join data_key k on k.committee_id = l.committee_id and k.id = l.key_id
  left join personal_text t on t.committee_id = l.committee_id and t.id = l.id
  left join resident r on r.committee_id = l.committee_id and r.id = l.resident_id
  left join household h on h.committee_id = r.committee_id and h.id = r.household_id
  left join dwelling d on d.committee_id = h.committee_id and d.id = h.dwelling_id`;

function opened(work: Work, row: LoanRow): StoredLoan {
  const key = openKey(work, row.committee_id, row);
  return {
    ...row,
    key,
    words: readText<LoanWords>(key, row.id, { keyId: row.words_key, cipher: row.words }),
    resident:
      row.resident_id === null
        ? undefined
        : readText<ResidentFacts>(key, row.resident_id, {
            keyId: row.resident_key,
            cipher: row.resident_cipher,
          }),
  };
}

export async function findLoan(work: Work, id: string): Promise<StoredLoan | undefined> {
  const [row] = await work.tx.read<LoanRow>(
    `${SELECT} where l.committee_id = any (scope_committees()) and l.id = $1`,
    [id],
  );
  return row && opened(work, row);
}

interface Page {
  readonly limit: number;
  readonly after: { readonly at: string; readonly id: string } | undefined;
}

/** What is out, first due first. */
export async function loansOut(work: Work, { limit, after }: Page): Promise<StoredLoan[]> {
  const rows = await work.tx.read<LoanRow>(
    `${SELECT} where l.committee_id = any (scope_committees()) and l.state = 'out'
       ${after ? 'and (l.due_at, l.id) > ($2::timestamptz, $3::uuid)' : ''}
     order by l.due_at, l.id limit $1`,
    [limit, ...(after ? [after.at, after.id] : [])],
  );
  return rows.map((row) => opened(work, row));
}

/** All loans, newest first. */
export async function newestLoans(work: Work, { limit, after }: Page): Promise<StoredLoan[]> {
  const rows = await work.tx.read<LoanRow>(
    `${SELECT} where l.committee_id = any (scope_committees())
       ${after ? 'and (l.lent_at, l.id) < ($2::timestamptz, $3::uuid)' : ''}
     order by l.lent_at desc, l.id desc limit $1`,
    [limit, ...(after ? [after.at, after.id] : [])],
  );
  return rows.map((row) => opened(work, row));
}

/** Loans by their ids, as far as the actor sees them. */
export async function loansByIds(work: Work, ids: readonly string[]): Promise<StoredLoan[]> {
  const rows = await work.tx.read<LoanRow>(
    `${SELECT} where l.committee_id = any (scope_committees()) and l.id = any ($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => opened(work, row));
}

/** The loans that were made within a time, half-open, oldest first. */
export async function loansWithin(work: Work, from: Date, until: Date): Promise<StoredLoan[]> {
  const rows = await work.tx.read<LoanRow>(
    `${SELECT} where l.committee_id = any (scope_committees()) and l.lent_at >= $1 and l.lent_at < $2 order by l.lent_at, l.id`,
    [from, until],
  );
  return rows.map((row) => opened(work, row));
}

/** How many of the whole list there are, and of what is out how many are late. */
export async function countLoans(
  work: Work,
  state: 'out' | 'all',
): Promise<{ readonly total: number; readonly late: number }> {
  const [row] = await work.tx.read<{ total: number; late: number }>(
    `select count(*)::int as total, (count(*) filter (where state = 'out' and due_at < $1))::int as late
     from loan where committee_id = any (scope_committees())${state === 'out' ? " and state = 'out'" : ''}`,
    [work.now],
  );
  return row ?? { total: 0, late: 0 };
}

/** A loan that is just being made. */
export interface NewLoan extends StoredLoan {
  readonly key: SubjectKey;
  readonly words: LoanWords;
}

const INSERT = `insert into loan (committee_id, id, encounter_id, resident_id, thing, count, state, lent_by, lent_by_name, lent_at, due_at, key_id)
  values ($1, $2, $3, $4, $5, $6, 'out', $7, $8, $9, $10, $11)`;

export function insertLoan(work: Work, made: NewLoan): void {
  work.tx.write(INSERT, [
    made.committee_id,
    made.id,
    made.encounter_id,
    made.resident_id,
    made.thing,
    made.count,
    made.lent_by,
    made.lent_by_name,
    made.lent_at,
    made.due_at,
    made.key.id,
  ]);
  if (Object.keys(made.words).length > 0)
    writeText(work, made.key, made.id, { encounterId: made.encounter_id }, made.words);
}

/** Writes a loan after a step, if it is still the one that was seen; answers it as it stands then. */
export function updateLoan(work: Work, before: StoredLoan, after: Loan): StoredLoan {
  const closedAt = after.state === 'out' ? null : work.now;
  work.tx.write(
    `with changed as (
       update loan set state = $4, returned = $5, due_at = $6, closed_at = $7, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [
      before.committee_id,
      before.id,
      before.version,
      after.state,
      after.returned,
      after.dueAt,
      closedAt,
    ],
  );
  return {
    ...before,
    state: after.state,
    returned: after.returned,
    due_at: new Date(after.dueAt),
    closed_at: closedAt,
    version: before.version + 1,
  };
}
