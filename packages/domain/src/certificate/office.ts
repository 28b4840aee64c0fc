import type { CertificateKind } from './kind.ts';
import type { LocalCertificate } from './local.ts';

/**
 * How far one may send a resident there: `confirmed` by the own committee or subdistrict; `official`, named by a rule
 * itself; `assumed`, a working default of the list; `fallback`, who knows further where nobody is named.
 */
export type OfficeStanding = 'confirmed' | 'official' | 'assumed' | 'fallback';

/** Who can help with a paper that the committee does not issue. */
export interface HelpingOffice {
  readonly office: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly standing: OfficeStanding;
  /** Who confirmed it, when and on what basis; null where nobody did. */
  readonly confirmed: {
    readonly org: string;
    readonly by: string;
    readonly on: string;
    readonly basis: string;
  } | null;
}

interface Known {
  /** What the own committee, then its subdistrict, confirmed of this paper. */
  readonly chain: readonly LocalCertificate[];
  /** The same of whoever knows further. */
  readonly fallback: readonly LocalCertificate[];
  /** The subdistrict's name: it is always there to be asked, also where nobody has entered its number. */
  readonly subdistrict: string;
}

/**
 * The office to name, the nearest confirmation first. Never nobody: the last one to be named is the subdistrict, so that
 * no resident is sent away with a bare no.
 */
export function helpingOffice(kind: CertificateKind | null, known: Known): HelpingOffice {
  const confirmed = known.chain.find((one) => one.office !== null);
  if (confirmed) return fromLocal(confirmed, 'confirmed');
  if (kind !== null && kind.redirect.trim() !== '') {
    const official = kind.redirectStanding.startsWith('official');
    return {
      office: kind.office ?? kind.redirect,
      phone: null,
      address: null,
      standing: official ? 'official' : 'assumed',
      confirmed: null,
    };
  }
  const further = known.fallback.find((one) => one.office !== null);
  if (further) return fromLocal(further, 'fallback');
  return {
    office: known.subdistrict,
    phone: null,
    address: null,
    standing: 'fallback',
    confirmed: null,
  };
}

function fromLocal(one: LocalCertificate, standing: OfficeStanding): HelpingOffice {
  return {
    office: one.office ?? '',
    phone: one.phone,
    address: one.address,
    standing,
    confirmed: {
      org: one.orgName,
      by: one.confirmedBy,
      on: one.confirmedOn,
      basis: one.basis,
    },
  };
}
