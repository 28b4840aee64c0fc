import type { CaseState, EventType } from '@qzt/domain/reception';
import { toOffset } from '../../platform/time.ts';
import type { Work } from '../../platform/transact.ts';

/** Of a case, what whoever holds its code may be told: states, times, the end of its number; no word and no name. */
export interface TrackedCase {
  /** The last four digits of its number. */
  readonly numberEnd: string;
  readonly state: CaseState;
  readonly events: readonly { readonly type: EventType; readonly at: string }[];
}

/**
 * A case by its id in the one committee of the scope. Undefined as well where it is confidential, and where its key or
 * its resident's was erased: nobody is told that there was something.
 */
export async function findTracked(
  work: Work,
  committeeId: string,
  id: string,
): Promise<TrackedCase | undefined> {
  const rows = await work.tx.read<{
    numberEnd: string;
    state: CaseState;
    type: EventType;
    at: Date;
  }>(
    `select right(c.number, 4) as "numberEnd", c.state, e.type, e.at from case_file c
     join case_event e on e.committee_id = c.committee_id and e.case_id = c.id
     join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
     left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id
     left join data_key rk on rk.committee_id = r.committee_id and rk.id = r.key_id
     where c.committee_id = $1 and c.id = $2 and not c.confidential and (c.resident_id is null or rk.id is not null)
     order by e.seq`,
    [committeeId, id],
  );
  const [first] = rows;
  return (
    first && {
      numberEnd: first.numberEnd,
      state: first.state,
      events: rows.map(({ type, at }) => ({ type, at: toOffset(at) })),
    }
  );
}
