import { PAPER_STATUSES } from '@qzt/domain/certificate';
import { z } from 'zod';
import { endpoint, Id, ListQuery, listOf, Named, textOf } from '../shared/index.ts';
import { CertificateAnswers, CertificateCode, VoidReason } from './decision.ts';

const TemplateCode = z.string().regex(/^CT-\d{2}$/, { message: '样式编号像 CT-01 这样' });

export const TemplateView = z.object({
  code: z.string(),
  name: z.string(),
  kinds: z.array(z.string()),
  unlisted: z.boolean(),
  approval: z.enum(['worker', 'head']),
  standing: z.string(),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(['name', 'text', 'long', 'date', 'idNumber', 'choice']),
      must: z.boolean(),
      max: z.int(),
      options: z.array(z.string()).optional(),
    }),
  ),
});
export type TemplateView = z.infer<typeof TemplateView>;

/** Values by the template's keys; the template says what each must look like. */
const Fields = z.record(z.string().max(40), z.string().max(2000));

/**
 * One paper. `content` null: the person was erased. `intact` false: what is stored is not what was issued. `copies`: how
 * often it was printed; from the second on a print is marked as one.
 */
export const PaperView = z.object({
  id: z.string(),
  committeeId: z.string(),
  caseId: z.string(),
  template: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  status: z.enum(PAPER_STATUSES),
  number: z.string().nullable(),
  requestedBy: Named,
  requestedAt: z.string(),
  approvedBy: Named.nullable(),
  issuedAt: z.string().nullable(),
  contentHash: z.string().nullable(),
  intact: z.boolean(),
  copies: z.int(),
  ended: z
    .object({ at: z.string(), by: z.string(), reason: z.string(), note: z.string().nullable() })
    .nullable(),
  content: z
    .object({
      title: z.string(),
      addressee: z.string(),
      paragraphs: z.array(z.string()),
      closing: z.string(),
    })
    .nullable(),
  allowedSteps: z.array(z.string()),
  version: z.int(),
});
export type PaperView = z.infer<typeof PaperView>;

/** A line of a list of papers: no words. */
export const PaperLine = PaperView.omit({ content: true, intact: true });
export type PaperLine = z.infer<typeof PaperLine>;

export const PaperCreate = z.strictObject({
  id: Id,
  caseId: Id,
  template: TemplateCode,
  code: CertificateCode.optional(),
  answers: CertificateAnswers.optional(),
  fields: Fields,
});
export type PaperCreate = z.output<typeof PaperCreate>;

const note = textOf(500).optional();
/** One step of a paper. `id`: of the step. */
export const PaperStepCreate = z.discriminatedUnion('type', [
  z.strictObject({ id: Id, type: z.literal('approve') }),
  z.strictObject({ id: Id, type: z.literal('decline'), note: textOf(500) }),
  z.strictObject({ id: Id, type: z.literal('print') }),
  z.strictObject({ id: Id, type: z.literal('void'), reason: VoidReason, note }),
]);
export type PaperStepCreate = z.output<typeof PaperStepCreate>;

export const paperEndpoints = {
  listTemplates: endpoint({
    method: 'GET',
    path: '/api/v1/certificates/templates',
    summary: '证明样式',
    description: 'The templates from which an allowed paper is written, with their standing.',
    status: 200,
    answer: z.object({ items: z.array(TemplateView) }),
    problems: ['session-required'],
  }),
  prefillPaper: endpoint({
    method: 'POST',
    path: '/api/v1/certificates/prefill',
    summary: '把已知道的填进样式',
    description:
      'What is known already of the person behind a case, by the keys of a template: nobody types a fact twice. It shows whole names and numbers, so it is logged as unmasking; it writes nothing else.',
    body: z.strictObject({ caseId: Id, template: TemplateCode }),
    status: 200,
    answer: z.object({ fields: z.record(z.string(), z.string()) }),
    problems: ['not-permitted', 'not-found', 'invalid-input'],
  }),
  createPaper: endpoint({
    method: 'POST',
    path: '/api/v1/certificates',
    summary: '写一份证明',
    description:
      'Writes a paper of an open case from a template. The server decides anew whether it may go out: it is issued and numbered at once, or waits for the head. Numbers are unique in a committee and year and not consecutive.',
    body: PaperCreate,
    status: 201,
    answer: PaperView,
    writes: true,
    problems: [
      'not-permitted',
      'not-found',
      'id-exists',
      'transition-not-allowed',
      'invalid-input',
    ],
  }),
  readPaper: endpoint({
    method: 'GET',
    path: '/api/v1/certificates/:id',
    summary: '查看一份证明',
    description: 'One paper as it was written. Reading it is logged.',
    params: z.strictObject({ id: Id }),
    status: 200,
    answer: PaperView,
    problems: ['not-found'],
  }),
  listPapers: endpoint({
    method: 'GET',
    path: '/api/v1/certificates',
    summary: '证明列表',
    description:
      'Papers of the cases that the caller may see, newest first: of one case, or all that wait for the head.',
    query: ListQuery.extend({ caseId: Id.optional(), status: z.enum(PAPER_STATUSES).optional() }),
    status: 200,
    answer: listOf(PaperLine),
    problems: ['not-permitted', 'invalid-input'],
  }),
  stepPaper: endpoint({
    method: 'POST',
    path: '/api/v1/certificates/:id/events',
    summary: '证明的下一步',
    description:
      'Approve, decline, print or void a paper; `If-Match` carries the version that the person saw. A print counts a copy. A paper is voided with a reason and never deleted.',
    params: z.strictObject({ id: Id }),
    body: PaperStepCreate,
    status: 201,
    answer: PaperView,
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
