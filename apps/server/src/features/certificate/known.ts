import type { CertificateKind, LocalCertificate } from '@qzt/domain/certificate';
import { ANY_CERTIFICATE, type HelpingOffice, helpingOffice } from '@qzt/domain/certificate';
import type { Work } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import { localOf, type StoredLocal } from './local.store.ts';

/** A place and what it and the place above it have confirmed. */
export interface KnownPlaces {
  /** The committee and its subdistrict, or the subdistrict alone. */
  readonly chain: readonly string[];
  readonly subdistrict: string;
  of(code: string): readonly StoredLocal[];
}

/** What is confirmed where a committee (or a subdistrict) is. */
export async function knownAt(
  work: Work,
  directory: Directory,
  orgId: string,
): Promise<KnownPlaces> {
  const units = await directory.units();
  const unit = units.get(orgId);
  const above = unit?.kind === 'committee' ? units.get(unit.parentId ?? '') : undefined;
  const chain = above === undefined ? [orgId] : [orgId, above.id];
  const byCode = Map.groupBy(await localOf(work, chain), ({ code }) => code);
  return {
    chain,
    subdistrict: (above ?? unit)?.name ?? '',
    of: (code) => byCode.get(code) ?? [],
  };
}

/** Who can help with a paper there. */
export const officeAt = (known: KnownPlaces, kind: CertificateKind | null): HelpingOffice => {
  const chain: readonly LocalCertificate[] = kind === null ? [] : known.of(kind.code);
  return helpingOffice(kind, {
    chain,
    fallback: known.of(ANY_CERTIFICATE),
    subdistrict: known.subdistrict,
  });
};
