import type { CaseGround } from '../reception/index.ts';

/** What the certificates of a committee need: the cases that they belong to, and who stands above whom. */
export type CertificateGround = CaseGround;
