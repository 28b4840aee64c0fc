import { type CertificateKind, decidesHere, prevailing } from './kind.ts';
import type { LocalRuling } from './local.ts';
import {
  type CertificateAnswers,
  type CertificateQuestion,
  type CertificateTodo,
  unlistedDecision,
} from './questions.ts';

/** Who has to agree before a paper goes out. */
export type Approval = 'worker' | 'head';

/**
 * What becomes of a paper that somebody asks for. `rule` counts in the order of decision of the lists (content set
 * `certificates`); null where none of them speaks.
 */
export type CertificateDecision =
  | { readonly outcome: 'refuse'; readonly kind: CertificateKind; readonly rule: 1 | 5 }
  | {
      readonly outcome: 'issue';
      readonly kind: CertificateKind | null;
      readonly rule: 2 | 3 | 4;
      readonly approval: Approval;
    }
  | {
      readonly outcome: 'check';
      readonly kind: CertificateKind;
      readonly rule: 2;
      readonly approval: 'head';
    }
  | { readonly outcome: 'ask'; readonly question: CertificateQuestion; readonly rule: 3 | 4 }
  | { readonly outcome: 'hold'; readonly todo: CertificateTodo; readonly rule: 3 | 4 | null };
export type CertificateOutcome = CertificateDecision['outcome'];

/**
 * Decides about a paper by the order of decision:
 * 1. named as not to be certified → refused, with who can help (a later, higher list prevails: rule 5);
 * 2. named as allowed, or confirmed by the subdistrict or committee on a stated basis → issued from a template; allowed
 *    on a condition that nobody has confirmed → a head looks first;
 * 3., 4. on no list that holds here → the questions, one after another.
 *
 * A ruling of an office never makes a nationally refused paper allowed.
 *
 * @param asked the entry that was asked for; null where the words fit none
 */
export function decideCertificate(
  asked: CertificateKind | null,
  kinds: readonly CertificateKind[],
  answers: CertificateAnswers = {},
  ruling: LocalRuling | null = null,
): CertificateDecision {
  if (asked !== null && decidesHere(asked)) return decideListed(asked, kinds, ruling);
  const found = unlistedDecision(answers);
  switch (found.step) {
    case 'ask':
      return { outcome: 'ask', question: found.question, rule: found.rule };
    case 'issue':
      return { outcome: 'issue', kind: null, rule: found.rule, approval: 'head' };
    case 'hold':
      return { outcome: 'hold', todo: found.todo, rule: found.rule };
  }
}

function decideListed(
  asked: CertificateKind,
  kinds: readonly CertificateKind[],
  ruling: LocalRuling | null,
): CertificateDecision {
  const kind = prevailing(asked, kinds);
  if (kind.allowed === false) {
    return { outcome: 'refuse', kind, rule: kind.code === asked.code ? 1 : 5 };
  }
  if (ruling === 'refuse') return { outcome: 'refuse', kind, rule: 1 };
  if (kind.allowed === true || ruling === 'issue') {
    return { outcome: 'issue', kind, rule: 2, approval: 'worker' };
  }
  return { outcome: 'check', kind, rule: 2, approval: 'head' };
}
