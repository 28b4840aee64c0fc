import type { CertificateAnswers, CertificateDecisionView } from '@qzt/contract/certificate';

/**
 * What a refusal stores. At the desk it goes, with the ids of the draft, to `decisionEndpoints.refuseCertificate`:
 * `{ id: case, encounterId, needId, residentId?, confidential?, ...refusal }`.
 */
export interface Refusal {
  /** Of the case: the paper by its name, else as it was said. */
  readonly title: string;
  readonly code?: string;
  readonly answers?: CertificateAnswers;
  readonly reason: string;
  readonly instead: { readonly office: string; readonly phone?: string };
}

/** What is said and where the resident is sent, as it stands in the form. */
export interface Said {
  readonly reason: string;
  readonly office: string;
  readonly phone: string;
}

/** What the decision suggests to say. */
export const suggested = ({ refusal }: CertificateDecisionView): Said => ({
  reason: refusal.reason,
  office: refusal.instead.office,
  phone: refusal.instead.phone ?? '',
});

const TITLE_MAX = 80;

/** What the case is called: the paper by its name, else as it was said. */
export const titleFor = (
  { asked }: Pick<CertificateDecisionView, 'asked'>,
  words: string,
): string => [...(asked?.name ?? (words.trim() || '开证明'))].slice(0, TITLE_MAX).join('');

export const refusalOf = (
  decision: CertificateDecisionView,
  words: string,
  answers: CertificateAnswers,
  said: Said,
): Refusal => ({
  title: titleFor(decision, words),
  ...(decision.asked ? { code: decision.asked.code } : {}),
  ...(Object.keys(answers).length > 0 ? { answers } : {}),
  reason: said.reason.trim(),
  instead: {
    office: said.office.trim(),
    ...(said.phone.trim() === '' ? {} : { phone: said.phone.trim() }),
  },
});

/** What is missing before it may be stored, by field. Nobody is sent away with a bare no. */
export const refusalFaults = ({ reason, office }: Said): Record<string, string> => ({
  ...(reason.trim() === '' ? { reason: '请写下怎么跟居民说' } : {}),
  ...(office.trim() === '' ? { 'instead.office': '请写下可以去哪里办,不能只说不行' } : {}),
});
