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
