import type { ItemView } from '@qzt/contract/catalogue';
import type { Told } from '@qzt/domain/catalogue';
import { standingOf } from './judged.ts';

/** What the sentences about limit and standing are made of, for every paper that a resident takes home. */
export function toldOf({
  limitWorkingDays,
  standing,
  checkFirst,
  confirmed,
  details,
}: ItemView): Told {
  return {
    limitWorkingDays,
    standing: standingOf(standing),
    checkFirst,
    ...(details ? { details: { standing: standingOf(details.standing) } } : {}),
    ...(confirmed
      ? {
          confirmed: {
            by: confirmed.by,
            at: confirmed.at.slice(0, 10),
            basis: confirmed.basis,
            ...(confirmed.kind ? { kind: confirmed.kind } : {}),
          },
        }
      : {}),
  };
}
