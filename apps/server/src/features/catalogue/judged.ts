import {
  type ItemTime,
  limitIsOfficial,
  type ServiceItem,
  STANDING_LABELS,
  type Standing,
} from '@qzt/domain/catalogue';
import { localDate } from '../../platform/time.ts';
import type { ItemVersion } from './catalogue.store.ts';

export const labelOf = (standing: string): string =>
  (STANDING_LABELS as Readonly<Record<string, string>>)[standing] ?? standing;

/** The stored standing; one that nobody knows any more counts for nothing. */
export const standingOf = (standing: string): Standing =>
  Object.hasOwn(STANDING_LABELS, standing) ? (standing as Standing) : 'assumed';

/** The confirmation as the rules of standing read it. */
export const confirmationOf = ({
  confirmed,
}: Pick<ItemVersion, 'confirmed'>): Pick<ServiceItem, 'confirmed'> =>
  confirmed === null
    ? {}
    : {
        confirmed: {
          by: confirmed.by,
          at: localDate(confirmed.at),
          basis: confirmed.basis,
          ...(confirmed.kind === null ? {} : { kind: confirmed.kind }),
        },
      };

/** A stored version as the rules read it. */
export const judged = (version: ItemVersion) => ({
  ...version.body,
  standing: standingOf(version.standing),
  ...confirmationOf(version),
});

/** Whether residents may read the limit of a version as a rule: the one question of all places that show one. */
export const isOfficial = (version: ItemVersion): boolean => limitIsOfficial(judged(version));

/** When a stored version holds, as the rules read it. */
export const timeOf = (version: ItemVersion): ItemTime => ({
  code: version.code,
  version: version.version,
  validFrom: version.validFrom,
  withdrawn: version.withdrawn,
  ...(version.validTo === null ? {} : { validTo: version.validTo }),
});
