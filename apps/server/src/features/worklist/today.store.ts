import { type KeyRow, openKey, readText } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

interface Row extends KeyRow {
  readonly committee_id: string;
  readonly encounter_id: string;
  readonly started_at: Date;
  readonly need_id: string;
  readonly position: number;
  readonly outcome: string;
  readonly case_id: string | null;
  readonly status: string | null;
  readonly ending: string | null;
  readonly confidential: boolean;
  readonly cipher: Buffer | null;
}

export interface TodayRow extends Omit<Row, 'cipher' | keyof KeyRow> {
  readonly words: string | undefined;
}

/** What people came for from a moment on, newest first, with what came of it. */
export async function needsSince(work: Work, from: Date, limit: number): Promise<TodayRow[]> {
  const rows = await work.tx.read<Row>(
    `select e.committee_id, e.id as encounter_id, e.started_at, n.id as need_id, n.position, n.outcome, n.case_id, c.status, c.ending,
       cardinality(e.confidential_cases) > 0 as confidential,
       e.key_id, k.master, k.wrapped, t.cipher
     from encounter e
     join encounter_need n on n.committee_id = e.committee_id and n.encounter_id = e.id
     left join case_file c on c.committee_id = n.committee_id and c.id = n.case_id
     left join data_key k on k.committee_id = e.committee_id and k.id = e.key_id
     left join personal_text t on t.committee_id = e.committee_id and t.id = e.id
     where e.committee_id = any ((select scope_committees())::uuid[]) and e.started_at >= $1
     order by e.started_at desc, e.id desc, n.position limit $2`,
    [from, limit],
  );
  return rows.map(({ cipher, ...row }) => {
    const key = openKey(work, row.committee_id, row);
    const said = readText<{ readonly needs: readonly { readonly words: string }[] }>(
      key,
      row.encounter_id,
      { keyId: row.key_id, cipher },
    );
    return { ...row, words: said?.needs[row.position]?.words };
  });
}

/** How many contacts and needs there were from a moment on. */
export async function countSince(
  work: Work,
  from: Date,
): Promise<{ readonly contacts: number; readonly total: number }> {
  const [row] = await work.tx.read<{ contacts: number; total: number }>(
    `select count(distinct e.id)::int as contacts, count(n.id)::int as total
     from encounter e left join encounter_need n on n.committee_id = e.committee_id and n.encounter_id = e.id
     where e.committee_id = any ((select scope_committees())::uuid[]) and e.started_at >= $1`,
    [from],
  );
  return row ?? { contacts: 0, total: 0 };
}
