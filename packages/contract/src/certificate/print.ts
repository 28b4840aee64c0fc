import { z } from 'zod';
import { PaperSize } from '../reception/index.ts';
import { endpoint, Id } from '../shared/index.ts';

const printed = { method: 'GET', status: 200, media: 'application/pdf' } as const;

export const certificatePrintEndpoints = {
  printCertificate: endpoint({
    ...printed,
    path: '/api/v1/certificates/:id/certificate.pdf',
    summary: '打印证明',
    description:
      'An issued paper, A4, as it was issued: the copy that a `print` step counted last, marked as a reprint from the second on. The same paper and copy are the same bytes. Reading it is logged.',
    params: z.strictObject({ id: Id }),
    problems: ['not-found', 'transition-not-allowed', 'slow-down', 'not-ready'],
  }),
  printRefusal: endpoint({
    ...printed,
    path: '/api/v1/certificates/cases/:caseId/refusal.pdf',
    summary: '打印不予出具告知',
    description:
      'What was refused, why, and where to go instead, without the name of a person. `not-permitted` for a confidential case: no paper must tell that there is one.',
    params: z.strictObject({ caseId: Id }),
    query: z.strictObject({ size: PaperSize }),
    problems: [
      'not-found',
      'not-permitted',
      'transition-not-allowed',
      'invalid-input',
      'slow-down',
      'not-ready',
    ],
  }),
} as const;
