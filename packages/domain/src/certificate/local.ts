import { invalid } from '../shared/index.ts';
import type { CertificateKind } from './kind.ts';

/** The code under which an office keeps who helps where nothing else is known: the subdistrict's own number. */
export const ANY_CERTIFICATE = 'ANY';

/** What an office confirmed on a basis of its own about a paper that a list leaves to it. */
export type LocalRuling = 'issue' | 'refuse';

/** What a subdistrict or a committee has confirmed of one paper, in its newest version. */
export interface LocalCertificate {
  readonly orgId: string;
  readonly orgName: string;
  /** Null: who can help was not confirmed, or was taken back. */
  readonly office: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly ruling: LocalRuling | null;
  readonly basis: string;
  readonly confirmedOn: string;
  readonly confirmedBy: string;
}

/** The ruling that holds: the committee's own, else the subdistrict's. `chain`: nearest office first. */
export const rulingOf = (chain: readonly LocalCertificate[]): LocalRuling | null =>
  chain.find((one) => one.ruling !== null)?.ruling ?? null;

/**
 * @throws DomainError invalid-input where an office would allow what a list forbids: only a paper that a list makes
 *   conditional is left to an office, and nobody issues the fallback.
 */
export function checkRuling(kind: CertificateKind | null, ruling: LocalRuling | null): void {
  if (ruling === null) return;
  if (kind === null) throw invalid('ruling', 'nothing-to-rule');
  if (kind.allowed === false && ruling === 'issue') throw invalid('ruling', 'forbidden-by-list');
}
