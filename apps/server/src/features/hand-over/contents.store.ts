import type { Work } from '../../platform/transact.ts';
import type { Contents } from './hand-over.store.ts';

/**
 * What somebody hands over now: cases of open promises due until the next shift or late, urgent cases of the committee,
 * things that are out. No confidential case is among them: it stays with the people who are named in it. `kept`: how many of the
 * actor's own those are.
 */
export async function contentsOf(
  work: Work,
  committeeId: string,
  until: Date,
): Promise<{ readonly contents: Contents; readonly kept: number }> {
  const [row] = await work.tx.read<Contents & { kept: number }>(
    `select
       coalesce((select jsonb_agg(c.id order by p.due_at, c.id)
         from promise p join case_file c on c.committee_id = p.committee_id and c.id = p.case_id
         where p.committee_id = $1 and p.owner_id = $2 and p.state = 'open' and p.kind <> 'silence' and p.due_at <= $3
           and not c.confidential), '[]') as promises,
       coalesce((select jsonb_agg(c.id order by c.created_at, c.id) from case_file c
         where c.committee_id = $1 and c.urgent and c.status <> 'closed' and not c.confidential), '[]') as urgent,
       coalesce((select jsonb_agg(l.id order by l.due_at, l.id)
         from loan l join encounter e on e.committee_id = l.committee_id and e.id = l.encounter_id
         where l.committee_id = $1 and l.state = 'out' and cardinality(e.confidential_cases) = 0), '[]') as loans,
       (select count(*)::int
         from promise p join case_file c on c.committee_id = p.committee_id and c.id = p.case_id
         where p.committee_id = $1 and p.owner_id = $2 and p.state = 'open' and p.kind <> 'silence' and p.due_at <= $3
           and c.confidential) as kept`,
    [committeeId, work.actor.id, until],
  );
  const { kept = 0, promises = [], urgent = [], loans = [] } = row ?? {};
  return { contents: { promises, urgent, loans }, kept };
}

/** The colleagues who may take over: everybody of the committee who is still there, but for the actor. */
export const colleagues = (
  work: Work,
  committeeId: string,
): Promise<{ id: string; name: string }[]> =>
  work.tx.read<{ id: string; name: string }>(
    'select id, name from staff where org_id = $1 and left_at is null and id <> $2 order by name, id',
    [committeeId, work.actor.id],
  );
