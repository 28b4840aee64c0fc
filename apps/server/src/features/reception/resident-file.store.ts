import type { Work } from '../../platform/transact.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow } from './case.store.ts';
import { encountersWhere, type StoredEncounter } from './encounter.store.ts';

/** The last contacts of a resident that the actor may see, newest first. */
export const contactsOf = (
  work: Work,
  committeeId: string,
  residentId: string,
  limit: number,
): Promise<StoredEncounter[]> =>
  encountersWhere(
    work,
    'e.committee_id = $1 and e.resident_id = $2 order by e.started_at desc, e.id desc limit $3',
    [committeeId, residentId, limit],
  );

/** The cases of a resident that the actor may see: open ones first, then the newest. */
export const casesOfResident = (
  work: Work,
  committeeId: string,
  residentId: string,
  limit: number,
): Promise<CaseRow[]> =>
  work.tx.read<CaseRow>(
    `select ${CASE_COLUMNS} from case_file c ${CASE_JOINS}
     where c.committee_id = $1 and c.resident_id = $2
     order by (c.status = 'closed'), c.created_at desc, c.id desc limit $3`,
    [committeeId, residentId, limit],
  );
