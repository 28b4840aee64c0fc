import type { PracticeTrace } from '@qzt/domain/practice';
import type { Work } from '../../platform/transact.ts';

type Practised = Omit<PracticeTrace, 'real'>;

export const NOTHING: Practised = { found: 0, settled: 0, promised: 0, referred: 0, lent: 0 };

/** How many contacts somebody has recorded in a committee. */
export async function contactsOf(
  work: Work,
  committeeId: string,
  staffId: string,
): Promise<number> {
  const [row] = await work.tx.read<{ count: number }>(
    'select count(*)::int as count from encounter where committee_id = $1 and owner_id = $2',
    [committeeId, staffId],
  );
  return row?.count ?? 0;
}

/** What a person stored in practice, as the exercises ask for it: how many of each. */
export async function practised(
  work: Work,
  committeeId: string,
  staffId: string,
): Promise<Practised> {
  const [row] = await work.tx.read<Practised>(
    `select
       (select count(*)::int from encounter e join encounter_need n on n.committee_id = e.committee_id and n.encounter_id = e.id
        where e.committee_id = $1 and e.owner_id = $2 and e.started_at > made.at and n.service_item is not null) as found,
       (select count(*)::int from case_file c
        where c.committee_id = $1 and c.first_asked_id = $2 and c.created_at > made.at
          and exists (select from case_event v where v.committee_id = c.committee_id and v.case_id = c.id and v.type = 'answer' and v.at = c.created_at)) as settled,
       (select count(*)::int from case_file c
        where c.committee_id = $1 and c.first_asked_id = $2 and c.created_at > made.at
          and not exists (select from case_event v where v.committee_id = c.committee_id and v.case_id = c.id and v.type = 'answer' and v.at = c.created_at)) as promised,
       (select count(*)::int from case_event v
        where v.committee_id = $1 and v.type = 'refer' and v.actor ->> 'id' = $2::text and v.at > made.at) as referred,
       (select count(*)::int from loan l where l.committee_id = $1 and l.lent_by = $2 and l.lent_at > made.at) as lent
     from (select $3::timestamptz as at) as made`,
    [committeeId, staffId, await filledAt(work, committeeId)],
  );
  return row ?? NOTHING;
}

/** What is younger than the invented history was done by somebody. */
async function filledAt(work: Work, committeeId: string): Promise<Date> {
  const [row] = await work.tx.read<{ at: Date }>(
    `select coalesce((select (value ->> 'at')::timestamptz from installation where name = $1), '-infinity') as at`,
    [`practice/${committeeId}`],
  );
  return row?.at ?? new Date(0);
}
