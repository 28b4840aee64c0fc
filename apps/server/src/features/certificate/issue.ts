import { type CertificateContent, certificateNumber } from '@qzt/domain/certificate';
import type { SubjectKey } from '../../platform/subject/index.ts';
import { localDate } from '../../platform/time.ts';
import { violated, type Work } from '../../platform/transact.ts';
import {
  type DraftContent,
  type IssuedContent,
  insertPaperEvent,
  type PaperFacts,
  updatePaper,
} from './paper.store.ts';
import { hashOf } from './paper-view.ts';

/** A number is taken already about once in thousands of papers of a committee and year. */
const NUMBER_TRIES = 4;

/** Runs an act that may give a number, again with other digits where another paper has that one. */
export async function numbered<T>(act: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await act(attempt);
    } catch (error) {
      const taken = violated(error, 'issued_certificate_committee_id_number_key');
      if (!taken || attempt >= NUMBER_TRIES) throw error;
    }
  }
}

/** Everything that stands on a paper once it is issued; how its blanks were filled in does not. */
export function issuedContent(
  { fields: _fields, ...words }: DraftContent,
  facts: Omit<IssuedContent, keyof CertificateContent>,
): IssuedContent {
  return { ...words, ...facts };
}

interface Issuing {
  readonly draft: DraftContent;
  readonly key: SubjectKey;
  readonly committee: string;
  /** Null where no head had to agree. */
  readonly approvedBy: { readonly id: string; readonly name: string } | null;
  readonly attempt: number;
  /** Of the event, and its place among the paper's. */
  readonly id: string;
  readonly seq: number;
}

/** Issues a paper: number, date, and everything that stands on it sealed for good. Answers how it stands now. */
export function issue(
  work: Work,
  paper: PaperFacts,
  { draft, key, committee, approvedBy, attempt, id, seq }: Issuing,
): { readonly facts: PaperFacts; readonly content: IssuedContent } {
  const number = certificateNumber(paper.id, work.now.toISOString(), attempt);
  const content = issuedContent(draft, {
    number,
    issuedOn: localDate(work.now),
    committee,
    requestedBy: paper.requester,
    approvedBy: approvedBy?.name ?? null,
  });
  const contentHash = hashOf(content);
  updatePaper(work, paper.committee_id, paper.id, paper.version, {
    status: 'issued',
    number,
    approvedBy: approvedBy?.id ?? null,
    issuedAt: work.now,
    copies: 0,
  });
  insertPaperEvent(work, {
    committeeId: paper.committee_id,
    paperId: paper.id,
    seq,
    id,
    type: 'issue',
    contentHash,
    words: { key, text: content },
  });
  return {
    content,
    facts: {
      ...paper,
      status: 'issued',
      number,
      approved_by: approvedBy?.id ?? null,
      approver: approvedBy?.name ?? null,
      issued_at: work.now,
      content_hash: contentHash,
      version: paper.version + 1,
    },
  };
}
