import { z } from 'zod';
import { endpoint, Id, LocalDate, Phone, textOf } from '../shared/index.ts';
import { CertificateCode, HelpingOffice } from './decision.ts';

/** `ANY`: who knows further where nobody is named, which is the subdistrict's own number. */
const CodeOrAny = z.union([CertificateCode, z.literal('ANY')]);

/** What one office confirmed of one paper. `version` counts its changes. */
export const LocalCertificateView = z.object({
  orgId: z.string(),
  orgName: z.string(),
  office: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  ruling: z.enum(['issue', 'refuse']).nullable(),
  basis: z.string(),
  confirmedOn: z.string(),
  confirmedBy: z.string(),
  version: z.int(),
});
export type LocalCertificateView = z.infer<typeof LocalCertificateView>;

/** One paper as an office sees it: the list's entry, its own word, the word of the office above, and what holds. */
export const CertificateKindView = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  allowed: z.enum(['no', 'yes', 'conditional']),
  scope: z.string(),
  basis: z.string(),
  effective: z.string(),
  standing: z.string(),
  note: z.string().optional(),
  redirect: z.string(),
  redirectStanding: z.string(),
  own: LocalCertificateView.nullable(),
  above: LocalCertificateView.nullable(),
  office: HelpingOffice,
});
export type CertificateKindView = z.infer<typeof CertificateKindView>;

export const localCertificateEndpoints = {
  listCertificateKinds: endpoint({
    method: 'GET',
    path: '/api/v1/certificates/kinds',
    summary: '证明清单和去向',
    description:
      'Every entry that decides in Shanghai, as a committee or subdistrict sees it, and first the fallback (`ANY`). Without `orgId`: the caller’s own place.',
    query: z.strictObject({ orgId: Id.optional() }),
    status: 200,
    answer: z.object({ orgId: z.string(), items: z.array(CertificateKindView) }),
    problems: ['session-required', 'not-found'],
  }),
  setLocalCertificate: endpoint({
    method: 'PUT',
    path: '/api/v1/certificates/kinds/:code',
    summary: '确认或改正证明的去向',
    description:
      'What a committee, or a subdistrict for all its committees, confirms of a paper on a stated basis: who can help, and whether a paper that the list leaves open is issued. Every version is kept; `office: null` takes a confirmation back. `If-Match` carries the version that the person saw, "0" where nobody has entered anything. What stands there already is answered as it is.',
    params: z.strictObject({ code: CodeOrAny }),
    body: z
      .strictObject({
        orgId: Id,
        office: textOf(100).nullable(),
        phone: Phone.nullable(),
        address: textOf(100).nullable(),
        ruling: z.enum(['issue', 'refuse']).nullable(),
        basis: textOf(200),
        confirmedOn: LocalDate,
      })
      .refine((c) => c.office !== null || (c.phone === null && c.address === null), {
        path: ['office'],
        message: '写了电话或地址,也要写是哪个单位',
      }),
    status: 200,
    answer: LocalCertificateView,
    versioned: true,
    problems: [
      'not-permitted',
      'not-found',
      'version-conflict',
      'version-required',
      'invalid-input',
    ],
  }),
} as const;
