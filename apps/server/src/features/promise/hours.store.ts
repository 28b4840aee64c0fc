import type { OpeningBand } from '@qzt/domain/promise';
import type { Work } from '../../platform/transact.ts';

export interface HoursEntry {
  readonly orgId: string;
  readonly validFrom: string;
  readonly bands: readonly OpeningBand[];
  readonly standing: string;
  readonly where: string;
}

/** Sets the hours of an organisation from a date on. */
export function setHoursFrom(work: Work, entry: HoursEntry): void {
  work.tx.write(
    `insert into opening_hours (org_id, valid_from, bands, standing, source_place) values ($1, $2, $3, $4, $5)
     on conflict (org_id, valid_from) do update
       set bands = excluded.bands, standing = excluded.standing, source_place = excluded.source_place`,
    [entry.orgId, entry.validFrom, JSON.stringify(entry.bands), entry.standing, entry.where],
  );
}
