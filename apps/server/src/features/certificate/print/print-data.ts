import { spokenDate } from '@qzt/domain/certificate';
import type { IssuedContent } from '../paper.store.ts';

/** How much of the fingerprint stands on the paper: enough to tell two papers apart by eye. */
const FINGERPRINT_SHOWN = 16;

/** An issued paper as its template reads it. `copy`: the first print is 1. */
export const certificateData = (content: IssuedContent, hash: string, copy: number): object => ({
  title: content.title,
  number: content.number,
  addressee: content.addressee,
  paragraphs: content.paragraphs,
  closing: content.closing,
  office: content.committee,
  date: spokenDate(content.issuedOn),
  requestedBy: content.requestedBy,
  approvedBy: content.approvedBy,
  fingerprint: hash.slice(0, FINGERPRINT_SHOWN),
  copy,
});

export interface RefusalPaper {
  readonly size: 'a4' | 'a5';
  readonly office: string;
  readonly date: string;
  readonly matter: string;
  readonly number: string;
  readonly reason: string;
  readonly instead: { readonly office: string; readonly phone?: string };
  /** Nobody confirmed that this office helps. */
  readonly unsure: boolean;
  readonly receiver: string;
  readonly phone: string | null;
}

export const refusalData = ({ date, instead, ...paper }: RefusalPaper): object => ({
  ...paper,
  date: spokenDate(date),
  instead: { office: instead.office, phone: instead.phone ?? null },
});
