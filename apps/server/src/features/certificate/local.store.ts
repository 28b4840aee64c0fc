import type { LocalCertificate, LocalRuling } from '@qzt/domain/certificate';
import type { Work } from '../../platform/transact.ts';

export interface StoredLocal extends LocalCertificate {
  readonly code: string;
  readonly version: number;
}

/** The newest word of some offices on every paper, the offices in the order given. */
export const localOf = (work: Work, orgIds: readonly string[]): Promise<StoredLocal[]> =>
  work.tx.read<StoredLocal>(
    `select distinct on (array_position($1::uuid[], l.org_id), l.code)
       l.org_id as "orgId", o.name as "orgName", l.code, l.version, l.office, l.phone, l.address, l.ruling, l.basis,
       to_char(l.confirmed_on, 'YYYY-MM-DD') as "confirmedOn", s.name as "confirmedBy"
     from certificate_local l join org o on o.id = l.org_id join staff s on s.id = l.confirmed_by
     where l.org_id = any ($1::uuid[])
     order by array_position($1::uuid[], l.org_id), l.code, l.version desc`,
    [orgIds],
  );

export interface LocalEntry {
  readonly office: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly ruling: LocalRuling | null;
  readonly basis: string;
  readonly confirmedOn: string;
}

/** The next version of an office's word on a paper; fails on its key where somebody else was faster. */
export function addLocal(
  work: Work,
  orgId: string,
  code: string,
  version: number,
  entry: LocalEntry,
): void {
  work.tx.write(
    `insert into certificate_local (org_id, code, version, office, phone, address, ruling, basis, confirmed_on, confirmed_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      orgId,
      code,
      version,
      entry.office,
      entry.phone,
      entry.address,
      entry.ruling,
      entry.basis,
      entry.confirmedOn,
      work.actor.id,
      work.now,
    ],
  );
}
