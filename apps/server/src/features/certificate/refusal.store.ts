import type { CertificateAnswers, OfficeStanding } from '@qzt/domain/certificate';
import type { Work } from '../../platform/transact.ts';

/** How a refusal came about. Codes only: what was said stands with the event. */
export interface RefusalFacts {
  readonly code: string | null;
  readonly answers: CertificateAnswers;
  readonly officeStanding: OfficeStanding | 'said';
}

/** Keeps beside the event `refuse` which paper it was about and what decided. */
export function keepRefusal(
  work: Work,
  committeeId: string,
  caseId: string,
  eventId: string,
  { code, answers, officeStanding }: RefusalFacts,
): void {
  work.tx.write(
    `insert into certificate_refusal (committee_id, case_id, event_id, code, answers, office_standing, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [committeeId, caseId, eventId, code, JSON.stringify(answers), officeStanding, work.now],
  );
}

/**
 * How sure the office of a case's last refusal is, and whether the case is confidential. `said`: the refusal was not made
 * with the lists, or names an office of the worker's own.
 */
export async function standingOfRefusal(
  work: Work,
  caseId: string,
): Promise<{ readonly confidential: boolean; readonly standing: RefusalFacts['officeStanding'] }> {
  const [row] = await work.tx.read<{
    confidential: boolean;
    standing: RefusalFacts['officeStanding'] | null;
  }>(
    `select c.confidential,
       (select r.office_standing from certificate_refusal r
        where r.committee_id = c.committee_id and r.case_id = c.id order by r.at desc limit 1) as standing
     from case_file c where c.committee_id = any (scope_committees()) and c.id = $1`,
    [caseId],
  );
  return { confidential: row?.confidential ?? true, standing: row?.standing ?? 'said' };
}
