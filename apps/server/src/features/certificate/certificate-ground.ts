import type { Press } from '../../platform/document/index.ts';
import type { CaseGround } from '../reception/index.ts';

/** What the certificates of a committee need: the cases that they belong to, who stands above whom, and the press. */
export interface CertificateGround extends CaseGround {
  readonly press: Press;
}
