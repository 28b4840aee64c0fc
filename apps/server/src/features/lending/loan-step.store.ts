import { readText, type SubjectKey, writeText } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

/** What was said with a step. */
export interface StepWords {
  readonly returnedBy?: string;
  readonly note?: string;
}

export interface StoredStep {
  readonly id: string;
  readonly type: 'lend' | 'return' | 'extend' | 'writeOff';
  readonly at: Date;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly data: { readonly count?: number; readonly until?: string };
  readonly words: StepWords | undefined;
}

/** The steps of a loan in their order. */
export async function stepsOf(
  work: Work,
  committeeId: string,
  loanId: string,
  key: SubjectKey | undefined,
): Promise<StoredStep[]> {
  const rows = await work.tx.read<
    Omit<StoredStep, 'words'> & { key_id: string | null; cipher: Buffer | null }
  >(
    `select s.id, s.type, s.at, s.staff_id, s.staff_name, s.data, t.key_id, t.cipher
     from loan_step s left join personal_text t on t.committee_id = s.committee_id and t.id = s.id
     where s.committee_id = $1 and s.loan_id = $2 order by s.seq`,
    [committeeId, loanId],
  );
  return rows.map(({ key_id, cipher, ...step }) => ({
    ...step,
    words: readText<StepWords>(key, step.id, { keyId: key_id, cipher }),
  }));
}

export interface NewStep {
  readonly id: string;
  readonly loanId: string;
  readonly encounterId: string;
  /** One more than the last one has: the version of the loan after it. */
  readonly seq: number;
  readonly type: StoredStep['type'];
  readonly data: StoredStep['data'];
  readonly words: StepWords;
}

/** Keeps a step; answers it as it is shown. */
export function insertStep(
  work: Work,
  committeeId: string,
  key: SubjectKey | undefined,
  step: NewStep,
): StoredStep {
  const { actor, now } = work;
  work.tx.write(
    'insert into loan_step (committee_id, loan_id, seq, id, type, at, staff_id, staff_name, data) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      committeeId,
      step.loanId,
      step.seq,
      step.id,
      step.type,
      now,
      actor.id,
      actor.name,
      JSON.stringify(step.data),
    ],
  );
  // Of an erased person nothing more is written down.
  if (key && Object.keys(step.words).length > 0)
    writeText(work, key, step.id, { encounterId: step.encounterId }, step.words);
  const { id, type, data } = step;
  const words = key && step.words;
  return { id, type, data, words, at: now, staff_id: actor.id, staff_name: actor.name };
}
