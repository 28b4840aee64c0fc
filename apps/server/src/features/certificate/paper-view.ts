import { createHash } from 'node:crypto';
import type { PaperLine, PaperView } from '@qzt/contract/certificate';
import { type PaperActor, paperSteps } from '@qzt/domain/certificate';
import canonicalize from 'canonicalize';
import type { Actor } from '../../platform/actor.ts';
import type { Keyring } from '../../platform/keys/index.ts';
import { toOffset } from '../../platform/time.ts';
import type { CertificateList } from './certificate-list.ts';
import {
  type DraftContent,
  type IssuedContent,
  type PaperFacts,
  type PaperRow,
  wordsOf,
} from './paper.store.ts';

/** The fingerprint of everything that stands on a paper: SHA-256 over its canonical JSON. */
export const hashOf = (content: IssuedContent): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');

type PaperContent = DraftContent | IssuedContent;

export const isIssued = (content: PaperContent): content is IssuedContent => 'number' in content;

export const paperActor = (actor: Actor, row: Pick<PaperFacts, 'requested_by'>): PaperActor => ({
  mayIssue: actor.permissions.has('certificate.issue'),
  mayApprove: actor.permissions.has('certificate.approve'),
  isRequester: row.requested_by === actor.id,
});

/** What a line shows of where a paper stands. */
export function paperLine(list: CertificateList, facts: PaperFacts, actor: Actor): PaperLine {
  const { ended } = facts;
  return {
    id: facts.id,
    committeeId: facts.committee_id,
    caseId: facts.case_id,
    template: facts.template,
    name: list.templates.find(({ code }) => code === facts.template)?.name ?? facts.template,
    code: facts.code,
    status: facts.status,
    number: facts.number,
    requestedBy: { id: facts.requested_by, name: facts.requester },
    requestedAt: toOffset(facts.requested_at),
    approvedBy:
      facts.approved_by === null ? null : { id: facts.approved_by, name: facts.approver ?? '' },
    issuedAt: facts.issued_at && toOffset(facts.issued_at),
    contentHash: facts.content_hash,
    copies: facts.copies,
    ended: ended && {
      at: toOffset(new Date(ended.at)),
      by: ended.by,
      reason: ended.reason ?? '',
      note: null,
    },
    allowedSteps: paperSteps(facts.status, paperActor(actor, facts)),
    version: facts.version,
  };
}

/** What was written on a paper and about its end, as far as the key is still there. */
export interface PaperWords {
  readonly content: PaperContent | undefined;
  readonly note: string | null;
}

/** The whole paper. */
export function paperView(
  list: CertificateList,
  facts: PaperFacts,
  { content, note }: PaperWords,
  actor: Actor,
): PaperView {
  const line = paperLine(list, facts, actor);
  return {
    ...line,
    ended: line.ended && { ...line.ended, note },
    intact: content === undefined || !isIssued(content) || hashOf(content) === facts.content_hash,
    content: content
      ? {
          title: content.title,
          addressee: content.addressee,
          paragraphs: [...content.paragraphs],
          closing: content.closing,
        }
      : null,
  };
}

/** Opens what was written on a stored paper. */
export const wordsOfRow = (keyring: Keyring, row: PaperRow): PaperWords => ({
  content: wordsOf<PaperContent>(keyring, row.committee_id, row.written),
  note:
    row.ended && (wordsOf<{ note: string }>(keyring, row.committee_id, row.ended)?.note ?? null),
});
