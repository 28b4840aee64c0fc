import { z } from 'zod';
import { endpoint, Id, ItemCode } from '../shared/index.ts';

/** The paper in the printer. */
export const PaperSize = z.enum(['a4', 'a5']).default('a4');

/** A slip is small, and half a sheet is enough. */
export const SlipSize = PaperSize.removeDefault().default('a5');

const ofCase = {
  method: 'GET',
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ size: PaperSize }),
  status: 200,
  media: 'application/pdf',
  problems: ['not-found', 'invalid-input', 'slow-down', 'not-ready'],
} as const;

/**
 * What is printed for a resident. A character that no font draws becomes a line to write on; the header
 * `X-Missing-Glyphs` names it (`U+31350 …`). Reading a paper of a case is logged.
 */
export const printEndpoints = {
  printNotice: endpoint({
    ...ofCase,
    path: '/api/v1/cases/:id/notice.pdf',
    summary: '打印一次告知单',
    description:
      'The requirement notice of a case: materials with what was received, steps, limit, places, whom to ask, and the code to follow it. Of a confidential case it names neither resident nor matter.',
  }),
  printReceipt: endpoint({
    ...ofCase,
    path: '/api/v1/cases/:id/receipt.pdf',
    summary: '打印材料收据',
    description:
      'The receipt for the papers taken in, with counts and signature lines, one copy for each side. `not-found` where nothing was received yet.',
  }),
  printSlip: endpoint({
    ...ofCase,
    path: '/api/v1/cases/:id/slip.pdf',
    summary: '打印号码单',
    description:
      'Number, matter, when an answer comes and whom to call. `not-permitted` for a confidential case: no paper must tell that there is one.',
    query: z.strictObject({ size: SlipSize }),
    problems: [...ofCase.problems, 'not-permitted'],
  }),
  printItemNotice: endpoint({
    ...ofCase,
    path: '/api/v1/service-items/:code/notice.pdf',
    summary: '打印事项的一次告知单',
    description:
      'The requirement notice of an item without a case, with the caller as the one who received.',
    params: z.strictObject({ code: ItemCode }),
    problems: [...ofCase.problems, 'not-permitted'],
  }),
} as const;
