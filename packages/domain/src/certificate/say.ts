import type { CertificateDecision } from './decide-certificate.ts';
import { type CertificateKind, levelOf } from './kind.ts';
import type { HelpingOffice } from './office.ts';

/** The number of a document in a basis, as people cite it: 民发〔2020〕20号. */
const DOCUMENT = /[\p{Script=Han}]{2,8}〔\d{4}〕\d+号/u;

/** Whose rule it is, in words one can say: nothing that another place or nobody decided is called a rule. */
function because(kind: CertificateKind): string {
  if (kind.allowed !== false) return '我们街道和居委会核对过清单,不开这一种';
  if (levelOf(kind) === 1) return '上海的清单上写明居委会不开这一种';
  const document = DOCUMENT.exec(kind.basis)?.[0];
  return `国家有规定${document === undefined ? '' : `(${document})`},居委会不开这一种`;
}

/** Why a paper that nothing forbids does not go out now. */
const NOT_YET = {
  issue: '要先请居委会负责人同意',
  check: '清单还没有核实,要先请居委会负责人看过',
  ask: '清单上没有写这一种,要先问清楚',
  'consult-residents': '要先请居民协商同意',
  'legal-advice': '要先调查清楚,再问法律顾问',
  'head-decides': '清单上没有写这一种,要请书记或主任定',
} as const;

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
 * said after it (`directionTo`): there is never a bare no. What nothing forbids is not called forbidden.
 */
export function refusalReason(name: string, decision: CertificateDecision): string {
  switch (decision.outcome) {
    case 'refuse': {
      const { papers } = decision.kind;
      const serves = papers === undefined ? '' : `手上有${papers}的,先拿去用,不用另开。`;
      return `“${name}”我们开不了:${because(decision.kind)}。${serves}`;
    }
    case 'hold':
      return `“${name}”现在还开不了:${NOT_YET[decision.todo]}。`;
    default:
      return `“${name}”现在还开不了:${NOT_YET[decision.outcome]}。`;
  }
}
