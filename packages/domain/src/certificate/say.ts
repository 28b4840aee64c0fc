import { type CertificateKind, levelOf } from './kind.ts';
import type { HelpingOffice } from './office.ts';

/** The number of a document in a basis, as people cite it: 民发〔2020〕20号. */
const DOCUMENT = /[\p{Script=Han}]{2,8}〔\d{4}〕\d+号/u;

/** Whose rule it is, in words one can say: nothing that another place or nobody decided is called a rule. */
function because(kind: CertificateKind | null): string {
  if (kind === null || kind.allowed !== false) return '这一种不在居委会能开的清单里';
  if (levelOf(kind) === 1) return '上海的清单上写明居委会不开这一种';
  const document = DOCUMENT.exec(kind.basis)?.[0];
  return `国家有规定${document === undefined ? '' : `(${document})`},居委会不开这一种`;
}

/** Where to go, said as surely as it is known. */
export function directionTo({
  office,
  phone,
  address,
  standing,
}: Pick<HelpingOffice, 'office' | 'phone' | 'address' | 'standing'>): string {
  const at = address === null ? '' : `,在${address}`;
  const call = phone === null ? '' : `,电话 ${phone}`;
  switch (standing) {
    case 'confirmed':
      return `请到${office}办${at}${call}。`;
    case 'official':
      return `请找${office}${at}${call}。`;
    case 'assumed':
      return `可先问${office}${at}${call},以该单位答复为准。`;
    case 'fallback':
      return `该去哪里办,可先问${office}${at}${call},以该单位答复为准。`;
  }
}

/**
 * The reason of a refusal in words that one can say to a resident: what, why, and what may serve instead. Where to go is
 * said after it (`directionTo`): there is never a bare no.
 */
export function refusalReason(name: string, kind: CertificateKind | null): string {
  const papers = kind?.papers === undefined ? '' : `手上有${kind.papers}的,先拿去用,不用另开。`;
  return `“${name}”我们开不了:${because(kind)}。${papers}`;
}
