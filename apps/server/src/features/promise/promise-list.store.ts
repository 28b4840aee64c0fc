import type { KeyRow } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

export interface OwnPromise extends KeyRow {
  readonly committee_id: string;
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly words_key: string | null;
  readonly words: Buffer | null;
  readonly kind: string;
  readonly due_at: Date;
  readonly step: number;
}

/**
 * What the actor owes, urgent matters first, then what is due first. The wait for a resident's word after the answer is
 * owed by nobody, and while a resident owes materials the promise rests.
 */
export const ownPromises = (work: Work, limit: number): Promise<OwnPromise[]> =>
  work.tx.read<OwnPromise>(
    `select p.committee_id, p.id, p.case_id, c.number, p.kind, p.due_at, p.step, c.key_id, k.master, k.wrapped,
       t.key_id as words_key, t.cipher as words
     from promise p
     join case_file c on c.committee_id = p.committee_id and c.id = p.case_id
     left join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
     left join personal_text t on t.committee_id = c.committee_id and t.id = c.id
     where p.committee_id = any (scope_committees()) and p.owner_id = scope_staff() and p.state = 'open' and p.kind <> 'silence'
     order by c.urgent desc, p.due_at, p.id limit $1`,
    [limit],
  );
