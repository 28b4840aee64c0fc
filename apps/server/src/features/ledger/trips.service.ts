import type { RegisterFilter, TripsView } from '@qzt/contract/ledger';
import { countTrips, countTripsByItem, instantsOf } from '@qzt/domain/ledger';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { localDate } from '../../platform/time.ts';
import { transact } from '../../platform/transact.ts';
import { committeesOf } from './ledger-filter.ts';
import type { LedgerGround } from './ledger-ground.ts';
import { tripGroups } from './trips.store.ts';

type TripsQuery = Pick<RegisterFilter, 'from' | 'to' | 'channel' | 'committee'>;

/** How often residents came for what was settled: by item, never by person. Errors: `not-permitted`, `not-found`. */
export function readTrips(
  ground: LedgerGround,
  actor: Actor,
  query: TripsQuery,
): Promise<TripsView> {
  permit(actor, 'ledger.read');
  const committees = committeesOf(actor, query.committee);
  const { from, to } = instantsOf(query);
  return transact(ground, actor, '查看一趟头', async (work) => {
    const { groups, unsettled } = await tripGroups(work, {
      committees,
      from,
      to,
      channel: query.channel,
    });
    work.audit({ action: 'ledger.read', subject: 'ledger', facts: { register: 'trips' } });
    const today = localDate(work.now);
    const items = await Promise.all(
      countTripsByItem(groups).map(async ({ item, trips }) => ({
        item:
          item === null
            ? null
            : {
                code: item,
                name: (await ground.catalogue.item(item, today))?.body.name ?? item,
              },
        trips,
      })),
    );
    return { all: countTrips(groups), items, unsettled };
  });
}
