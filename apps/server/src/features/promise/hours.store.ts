import type { OpeningBand } from '@qzt/domain/promise';
import type { Work } from '../../platform/transact.ts';
import type { HoursRow } from './working-time.store.ts';

export interface HoursEntry {
  readonly orgId: string;
  readonly validFrom: string;
  readonly bands: readonly OpeningBand[];
  readonly standing: string;
  readonly where: string;
}

/** The hours of an organisation, its own and those of the one above it, each earliest first. */
export interface StoredHours {
  readonly own: readonly HoursRow[];
  readonly above: readonly HoursRow[];
  /** Counts the changes to its own; 0: it has none. */
  readonly version: number;
}

/** The hours as they stand, in one question: they come from one moment. */
export async function storedHours(work: Work, orgId: string): Promise<StoredHours> {
  const rows = await work.tx.read<HoursRow & { readonly version: number }>(
    `select h.org_id as "orgId", h.valid_from as "validFrom", h.bands, h.standing, h.source_place as "where", h.version
     from org o join opening_hours h on h.org_id in (o.id, o.parent_id) where o.id = $1 order by h.valid_from`,
    [orgId],
  );
  const own = rows.filter((row) => row.orgId === orgId);
  return {
    own,
    above: rows.filter((row) => row.orgId !== orgId),
    version: own.reduce((sum, { version }) => sum + version, 0),
  };
}

/**
 * Stops the transaction with the guard `version-conflict` unless an organisation's hours still have this version. Its row
 * is held meanwhile: of two who saw the same state, one comes after the other.
 */
export function expectHours(work: Work, orgId: string, version: number): void {
  work.tx.write('select from org where id = $1 for no key update', [orgId]);
  work.tx.write(
    `select expect_one((select count(*) from org o where o.id = $1
       and $2 = (select coalesce(sum(h.version), 0) from opening_hours h where h.org_id = o.id)), 'version-conflict')`,
    [orgId, version],
  );
}

/** Sets the hours of an organisation from a date on. */
export function setHoursFrom(work: Work, entry: HoursEntry): void {
  work.tx.write(
    `insert into opening_hours (org_id, valid_from, bands, standing, source_place) values ($1, $2, $3, $4, $5)
     on conflict (org_id, valid_from) do update
       set bands = excluded.bands, standing = excluded.standing, source_place = excluded.source_place,
         version = opening_hours.version + 1`,
    [entry.orgId, entry.validFrom, JSON.stringify(entry.bands), entry.standing, entry.where],
  );
}
