import type { Known } from '@qzt/domain/catalogue';
import type { ItemVersion } from './catalogue.store.ts';
import { confirmationOf, standingOf } from './judged.ts';

/** A stored version as the rules of the next one read it. */
export const knownOf = (version: ItemVersion): Known => ({
  body: version.body,
  standing: standingOf(version.standing),
  withdrawn: version.withdrawn,
  ...confirmationOf(version),
});
