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
 * Which paper a refusal was about and how sure its office is, and whether the case is confidential. Code null and `said`:
 * the refusal was not made with the lists, or names an office or number of the worker's own.
 */
export async function factsOfRefusal(
  work: Work,
  caseId: string,
  eventId: string,
): Promise<{
  readonly confidential: boolean;
  readonly code: string | null;
  readonly standing: RefusalFacts['officeStanding'];
}> {
  const [row] = await work.tx.read<{
    confidential: boolean;
    code: string | null;
    standing: RefusalFacts['officeStanding'] | null;
  }>(
    `select c.confidential, r.code, r.office_standing as standing
     from case_file c left join certificate_refusal r
       on r.committee_id = c.committee_id and r.case_id = c.id and r.event_id = $2
     where c.committee_id = any (scope_committees()) and c.id = $1`,
    [caseId, eventId],
  );
  return {
    confidential: row?.confidential ?? true,
    code: row?.code ?? null,
    standing: row?.standing ?? 'said',
  };
}
