import type { ItemView } from '@qzt/contract/catalogue';
import { limitIsOfficial, STANDING_LABELS, type Standing } from '@qzt/domain/catalogue';
import { localDate, toOffset } from '../../platform/time.ts';
import type { ItemVersion } from './catalogue.store.ts';

const labelOf = (standing: string): string =>
  (STANDING_LABELS as Readonly<Record<string, string>>)[standing] ?? standing;

const judged = ({ standing, body, confirmed }: ItemVersion) => ({
  standing: standing as Standing,
  ...(body.checkFirst ? { checkFirst: true } : {}),
  ...(confirmed ? { confirmed: { ...confirmed, at: localDate(confirmed.at) } } : {}),
});

/** The item as the desk and the residents' pages read it, with what may be said of its standing. */
export function itemView(item: ItemVersion): ItemView {
  const { body } = item;
  return {
    code: item.code,
    name: body.name,
    kind: body.kind,
    serviceLine: body.serviceLine,
    route: body.route,
    limitWorkingDays: body.limitWorkingDays,
    standing: item.standing,
    ...(body.urgent ? { urgent: true } : {}),
    ...(body.category ? { category: body.category } : {}),
    materials: [...body.materials],
    phrasings: [...body.phrasings],
    checkFirst: body.checkFirst ?? false,
    handOver: body.handOver ?? false,
    confidential: body.confidential ?? false,
    ...(body.source ? { source: body.source } : {}),
    version: item.version,
    validFrom: item.validFrom,
    limitOfficial: limitIsOfficial(judged(item)),
    standingLabel: labelOf(item.standing),
    ...(item.confirmed
      ? { confirmed: { ...item.confirmed, at: toOffset(item.confirmed.at) } }
      : {}),
    ...(body.details ? { details: body.details as ItemView['details'] } : {}),
  };
}
