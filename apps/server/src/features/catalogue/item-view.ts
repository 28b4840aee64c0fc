import type { ItemHit, ItemView } from '@qzt/contract/catalogue';
import type { RecentChange } from '@qzt/domain/catalogue';
import { toOffset } from '../../platform/time.ts';
import type { ItemVersion } from './catalogue.store.ts';
import { isOfficial, labelOf } from './judged.ts';

const confirmedView = ({ by, at, basis, kind }: NonNullable<ItemVersion['confirmed']>) => ({
  by,
  at: toOffset(at),
  basis,
  ...(kind === null ? {} : { kind }),
});

/** The item as the desk and the residents' pages read it, with what may be said of its standing. */
export function itemView(item: ItemVersion, changed?: RecentChange): ItemView {
  const { body } = item;
  return {
    code: item.code,
    name: body.name,
    kind: body.kind,
    serviceLine: body.serviceLine,
    route: body.route,
    limitWorkingDays: body.limitWorkingDays,
    standing: item.standing,
    limitOfficial: isOfficial(item),
    ...(body.urgent ? { urgent: true } : {}),
    ...(body.category ? { category: body.category } : {}),
    materials: [...body.materials],
    ...(body.copies ? { copies: { ...body.copies } } : {}),
    phrasings: [...body.phrasings],
    checkFirst: body.checkFirst ?? false,
    handOver: body.handOver ?? false,
    confidential: body.confidential ?? false,
    ...(body.source ? { source: body.source } : {}),
    version: item.version,
    validFrom: item.validFrom,
    standingLabel: labelOf(item.standing),
    ...(item.confirmed ? { confirmed: confirmedView(item.confirmed) } : {}),
    ...(body.details ? { details: body.details as ItemView['details'] } : {}),
    ...(changed ? { changed: changed as ItemView['changed'] } : {}),
  };
}

/** The item as one of the answers of the finder. */
export function itemHit(item: ItemVersion, score: number): ItemHit {
  const { name, kind, serviceLine, route, limitWorkingDays, urgent } = item.body;
  return {
    code: item.code,
    name,
    kind,
    serviceLine,
    route,
    limitWorkingDays,
    standing: item.standing,
    limitOfficial: isOfficial(item),
    ...(urgent ? { urgent } : {}),
    score,
  };
}
