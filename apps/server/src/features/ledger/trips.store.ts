import type { TripGroup } from '@qzt/domain/ledger';
import { isSettled, journeysOfContact } from '@qzt/domain/ledger';
import type { CaseEnding, CaseStatus, Channel } from '@qzt/domain/reception';
import type { Work } from '../../platform/transact.ts';

export interface TripFilter {
  readonly committees: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly channel?: string | undefined;
}

interface CaseGroup {
  readonly item: string | null;
  readonly status: CaseStatus;
  readonly ending: CaseEnding | null;
  readonly journeys: number;
  readonly matters: number;
}

interface ContactGroup {
  readonly item: string;
  readonly channel: Channel;
  readonly journey: number | null;
  readonly matters: number;
}

/**
 * The matters of a period by item and number of trips: its settled cases, and what was settled without one. Of the
 * latter only matters of the catalogue: an umbrella lent is no matter. `unsettled`: its cases that are still open.
 */
export async function tripGroups(
  work: Work,
  { committees, from, to, channel }: TripFilter,
): Promise<{ readonly groups: TripGroup[]; readonly unsettled: number }> {
  const values = [committees, from, to, channel ?? null];
  const [cases, contacts] = await Promise.all([
    work.tx.read<CaseGroup>(
      `select c.service_item as item, c.status, c.ending, (c.state->>'journeys')::int as journeys, count(*)::int as matters
       from case_file c
       left join encounter e on e.committee_id = c.committee_id and e.id = c.encounter_id
       where c.committee_id = any ($1::uuid[]) and c.created_at >= $2::timestamptz and c.created_at < $3::timestamptz
         and ($4::text is null or e.channel = $4::text)
       group by 1, 2, 3, 4`,
      values,
    ),
    work.tx.read<ContactGroup>(
      `select n.service_item as item, e.channel, e.journey, count(*)::int as matters
       from encounter e
       join encounter_need n on n.committee_id = e.committee_id and n.encounter_id = e.id
       where e.committee_id = any ($1::uuid[]) and e.started_at >= $2::timestamptz and e.started_at < $3::timestamptz
         and ($4::text is null or e.channel = $4::text)
         and n.case_id is null and n.outcome = 'settled' and n.service_item is not null
       group by 1, 2, 3`,
      values,
    ),
  ]);
  const settled = cases.filter(({ status, ending }) => isSettled(status, ending));
  const open = cases.filter(({ status }) => status !== 'answered' && status !== 'closed');
  return {
    groups: [
      ...settled.map(({ item, journeys, matters }) => ({ item, journeys, matters })),
      ...contacts.map((one) => ({
        item: one.item,
        journeys: journeysOfContact(one.channel, one.journey),
        matters: one.matters,
      })),
    ],
    unsettled: open.reduce((sum, { matters }) => sum + matters, 0),
  };
}
