import { VOID_REASONS } from '@qzt/domain/certificate';
import { z } from 'zod';
import { CaseView } from '../reception/index.ts';
import { endpoint, Id, Phone, textOf } from '../shared/index.ts';

/** Code of an entry of the lists: NEG-01, NEG-SH-02, POS-SH-07. */
export const CertificateCode = z
  .string()
  .regex(/^(NEG|POS)(-[A-Z]{2})?-\d{2}$/, { message: '证明编号像 NEG-01 这样' });

/** What was answered to the questions about a paper that no list names. */
export const CertificateAnswers = z.strictObject({
  public: z.boolean().optional(),
  consulted: z.boolean().optional(),
  elsewhere: z.boolean().optional(),
  risk: z.boolean().optional(),
});
export type CertificateAnswers = z.output<typeof CertificateAnswers>;

const Choice = z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()) });

/** Who can help, and how sure that is: `confirmed`, `official`, `assumed`, `fallback`. */
export const HelpingOffice = z.object({
  office: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  standing: z.enum(['confirmed', 'official', 'assumed', 'fallback']),
  confirmed: z
    .object({ org: z.string(), by: z.string(), on: z.string(), basis: z.string() })
    .nullable(),
});
export type HelpingOffice = z.infer<typeof HelpingOffice>;

/**
 * What becomes of a paper. `asked` null: the words fit no entry. `rule`: which of the order of decision spoke, with its
 * standing. `refusal`: the words and the office that a refusal would store, and `direction`, the sentence that sends the
 * resident there as surely as it is known; always there, also where nothing is to be refused. `templates`: from which it can be written.
 */
export const CertificateDecisionView = z.object({
  asked: Choice.nullable(),
  choices: z.array(Choice),
  outcome: z.enum(['refuse', 'issue', 'check', 'ask', 'hold']),
  rule: z
    .object({
      order: z.int(),
      text: z.string(),
      standing: z.string(),
      where: z.string().optional(),
    })
    .nullable(),
  basis: z
    .object({
      name: z.string(),
      text: z.string(),
      effective: z.string(),
      standing: z.string(),
      note: z.string().optional(),
      sources: z.array(z.string()),
    })
    .nullable(),
  question: z.object({ key: z.string(), text: z.string() }).nullable(),
  todo: z.string().nullable(),
  approval: z.enum(['worker', 'head']).nullable(),
  templates: z.array(z.object({ code: z.string(), name: z.string(), approval: z.string() })),
  office: HelpingOffice,
  refusal: z.object({
    reason: z.string(),
    direction: z.string(),
    instead: z.object({ office: z.string(), phone: z.string().optional() }),
  }),
});
export type CertificateDecisionView = z.infer<typeof CertificateDecisionView>;

/** What a refusal stores: words that were said, the office that can help, and how the decision came about. */
const refusal = {
  code: CertificateCode.optional(),
  answers: CertificateAnswers.optional(),
  reason: textOf(500),
  instead: z.strictObject({ office: textOf(100), phone: Phone.optional() }),
};

/** A refusal at the desk: registers the case and refuses it in one go. */
export const CertificateRefusalCreate = z
  .strictObject({
    id: Id,
    encounterId: Id.optional(),
    needId: Id.optional(),
    residentId: Id.optional(),
    title: textOf(80),
    confidential: z.boolean().optional(),
    ...refusal,
  })
  .refine((c) => c.needId === undefined || c.encounterId !== undefined, {
    path: ['encounterId'],
    message: '指明了事由,也要指明是哪一次接触',
  });
export type CertificateRefusalCreate = z.output<typeof CertificateRefusalCreate>;

/** A refusal of a case that is open already. `id`: of the event. */
export const CaseRefusalCreate = z.strictObject({ id: Id, ...refusal });
export type CaseRefusalCreate = z.output<typeof CaseRefusalCreate>;

export const VoidReason = z.enum(
  Object.keys(VOID_REASONS) as [keyof typeof VOID_REASONS, ...(keyof typeof VOID_REASONS)[]],
);

export const decisionEndpoints = {
  decideCertificate: endpoint({
    method: 'POST',
    path: '/api/v1/certificates/decide',
    summary: '能不能开这份证明',
    description:
      'Decides about a paper by the order of decision of the lists: by its code, or by a resident’s own words (typing errors and pinyin are understood). A POST, so that nobody’s words stand in an address; it writes nothing. With neither, the questions about a paper on no list.',
    body: z.strictObject({
      words: textOf(400).optional(),
      code: CertificateCode.optional(),
      answers: CertificateAnswers.optional(),
    }),
    status: 200,
    answer: CertificateDecisionView,
    problems: ['not-permitted', 'invalid-input'],
  }),
  refuseCertificate: endpoint({
    method: 'POST',
    path: '/api/v1/certificates/refusals',
    summary: '不予出具',
    description:
      'Registers a case of kind `certificate` and refuses it in one transaction, with the reason said and the office that can help. A paper that a list makes possible is not refused by this list: then the head decides.',
    body: CertificateRefusalCreate,
    status: 201,
    answer: CaseView,
    writes: true,
    problems: ['not-permitted', 'not-found', 'id-exists', 'invalid-input'],
  }),
  refuseCase: endpoint({
    method: 'POST',
    path: '/api/v1/certificates/cases/:caseId/refusal',
    summary: '这件办件不予出具',
    description:
      'The event `refuse` on an open case, with how the decision about the paper came about; `If-Match` carries the version that the person saw.',
    params: z.strictObject({ caseId: Id }),
    body: CaseRefusalCreate,
    status: 201,
    answer: CaseView,
    writes: true,
    versioned: true,
    problems: [
      'not-permitted',
      'not-found',
      'id-exists',
      'version-conflict',
      'version-required',
      'transition-not-allowed',
      'invalid-input',
    ],
  }),
} as const;
