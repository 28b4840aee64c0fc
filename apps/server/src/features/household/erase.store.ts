import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';

export async function committeeOfResident(pool: Pool, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ committeeId: string }>(
    'select committee_id as "committeeId" from resident where id = $1',
    [id],
  );
  return rows[0]?.committeeId;
}

/** Lists the key as erased and destroys it, with the fingerprints. False when it was gone already. */
export async function destroyKey(
  work: Work,
  committeeId: string,
  residentId: string,
  basis: string,
): Promise<boolean> {
  const [gone] = await work.tx.read<{ id: string }>(
    `delete from data_key k using resident r
     where r.committee_id = $1 and r.id = $2 and k.committee_id = r.committee_id and k.id = r.key_id returning k.id`,
    [committeeId, residentId],
  );
  if (gone === undefined) return false;
  work.tx.write(
    'insert into erased_key (committee_id, key_id, erased_at, basis) values ($1, $2, $3, $4)',
    [committeeId, gone.id, work.now, basis],
  );
  work.tx.write('delete from resident_token where committee_id = $1 and resident_id = $2', [
    committeeId,
    residentId,
  ]);
  return true;
}
