import type { CaseEvent } from '@qzt/domain/reception';
import { toOffset } from '../../platform/time.ts';
import type { Work } from '../../platform/transact.ts';
import { type CaseRow, SELECT_CASE } from './case.store.ts';

/** How many open cases each of these people was first asked about or works on, in the committees of the scope. */
export async function countOpen(
  work: Work,
  staff: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await work.tx.read<{ person: string; open: number }>(
    `select person, count(*) as open from (
       select committee_id, id, first_asked_id as person from case_file
       where committee_id = any (scope_committees()) and status <> 'closed' and first_asked_id = any ($1::uuid[])
       union
       select committee_id, id, handler_id from case_file
       where committee_id = any (scope_committees()) and status <> 'closed' and handler_id = any ($1::uuid[])) as held
     group by person`,
    [staff],
  );
  return new Map(rows.map(({ person, open }) => [person, open]));
}

/** A case with the number of its last event. */
export interface HeldCase extends CaseRow {
  last_seq: number;
}

/** The open cases that somebody was first asked about or works on. */
export const casesHeldBy = (
  work: Work,
  committeeId: string,
  staffId: string,
): Promise<HeldCase[]> =>
  work.tx.read<HeldCase>(
    `select held.*, (select max(e.seq) from case_event e where e.committee_id = held.committee_id and e.case_id = held.id) as last_seq
     from (${SELECT_CASE}
       where c.committee_id = $1 and c.status <> 'closed' and (c.first_asked_id = $2 or c.handler_id = $2)) as held
     order by held.id`,
    [committeeId, staffId],
  );

/** The next open cases of a committee by id, held until the transaction ends. */
export const holdOpenCases = (
  work: Work,
  committeeId: string,
  after: string,
  limit: number,
): Promise<CaseRow[]> =>
  work.tx.read<CaseRow>(
    `${SELECT_CASE} where c.committee_id = $1 and c.id > $2 and c.status <> 'closed'
     order by c.id limit $3 for no key update of c`,
    [committeeId, after, limit],
  );

/** The events of several cases, by case, in their order; without what people wrote, which no rule reads. */
export async function eventsOf(
  work: Work,
  committeeId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseEvent[]>> {
  const rows = await work.tx.read<{
    case_id: string;
    type: CaseEvent['type'];
    at: Date;
    actor: CaseEvent['actor'];
    data: CaseEvent['data'];
  }>(
    `select case_id, type, at, actor, data from case_event
     where committee_id = $1 and case_id = any ($2::uuid[]) order by case_id, seq`,
    [committeeId, caseIds],
  );
  const events = rows.map(({ case_id, at, ...event }) => ({
    caseId: case_id,
    event: { ...event, at: toOffset(at) } as CaseEvent,
  }));
  const byCase = Map.groupBy(events, ({ caseId }) => caseId);
  return new Map([...byCase].map(([id, list]) => [id, list.map(({ event }) => event)]));
}
