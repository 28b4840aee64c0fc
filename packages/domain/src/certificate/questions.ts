/**
 * The questions where no list names a paper, in the words that a worker can answer (order of decision, rules 3 and 4:
 * lists of 珠海 and 甘肃, standing `elsewhere`, a pattern and not a rule of Shanghai). The words are composed.
 */
export const CERTIFICATE_QUESTIONS = {
  public: '这份证明关系到小区的公共利益,或者多数居民的切身利益吗?',
  consulted: '居民协商过,大多数人同意了吗?',
  elsewhere: '是外地的部门明确要求居委会出的吗?(看得到书面要求)',
  risk: '开出去会不会有法律风险?(比如牵涉债务、继承、打官司、别人的权益)',
} as const;
export type CertificateQuestion = keyof typeof CERTIFICATE_QUESTIONS;
export type CertificateAnswers = Readonly<Partial<Record<CertificateQuestion, boolean>>>;

/** What is to be done before anybody signs a paper that no list names. */
export const CERTIFICATE_TODO = {
  'consult-residents': '先请居民协商,同意以后由居委会主任签字再出',
  'legal-advice': '先调查清楚,再问法律顾问,暂时不出',
  'head-decides': '清单上没有写,请书记或主任定',
} as const;
export type CertificateTodo = keyof typeof CERTIFICATE_TODO;

/** Where the questions have come to. `rule`: of the order of decision; null where it has none. */
export type Unlisted =
  | { readonly step: 'ask'; readonly question: CertificateQuestion; readonly rule: 3 | 4 }
  | { readonly step: 'issue'; readonly rule: 3 | 4 }
  | { readonly step: 'hold'; readonly todo: CertificateTodo; readonly rule: 3 | 4 | null };

/**
 * One question after another, in the order of the rules; nothing is asked that the answers before made needless.
 * Where all are answered no and no rule speaks, the head decides: a list that is silent forbids nothing.
 */
export function unlistedDecision(answers: CertificateAnswers): Unlisted {
  const { public: publicInterest, consulted, elsewhere, risk } = answers;
  if (publicInterest === undefined) return { step: 'ask', question: 'public', rule: 3 };
  if (publicInterest) {
    if (consulted === undefined) return { step: 'ask', question: 'consulted', rule: 3 };
    return consulted
      ? { step: 'issue', rule: 3 }
      : { step: 'hold', todo: 'consult-residents', rule: 3 };
  }
  if (elsewhere === undefined) return { step: 'ask', question: 'elsewhere', rule: 4 };
  if (risk === undefined) return { step: 'ask', question: 'risk', rule: 4 };
  if (risk) return { step: 'hold', todo: 'legal-advice', rule: 4 };
  return elsewhere
    ? { step: 'issue', rule: 4 }
    : { step: 'hold', todo: 'head-decides', rule: null };
}
