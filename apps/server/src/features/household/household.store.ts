import type { Work } from '../../platform/transact.ts';

/** Whether a committee keeps a file of this household, open or closed. */
export async function householdExists(
  work: Work,
  committeeId: string,
  id: string,
): Promise<boolean> {
  const rows = await work.tx.read('select from household where committee_id = $1 and id = $2', [
    committeeId,
    id,
  ]);
  return rows.length > 0;
}
