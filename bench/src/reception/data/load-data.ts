import { openClient } from '../../product/open-client.ts';
import type { Seed } from '../seed.ts';
import { CASE_TABLE_NAMES } from './case-model.ts';
import type { Size } from './dimensions.ts';
import { loadCases } from './load-cases.ts';
import type { Models } from './make-models.ts';
import { markSealed, SEAL_TABLES } from './mark-sealed.ts';
import { addCommittees } from './organisation.ts';
import { withoutIndexes } from './rebuilt.ts';

export interface Loaded {
  readonly cases: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Fills an installation that is open for loading. */
export async function loadData(seed: Seed, models: Models, size: Size): Promise<Loaded> {
  const startedAt = performance.now();
  const owner = await openClient(seed.owner);
  try {
    await addCommittees(owner, size.committees);
    let cases = 0;
    await withoutIndexes(owner, [...CASE_TABLE_NAMES, ...SEAL_TABLES], async () => {
      cases = await loadCases(seed.owner, seed.keyring, models, size);
      await markSealed(owner);
    });
    await owner.query('analyze');
    const { rows } = await owner.query<{ bytes: number }>(
      'select pg_database_size(current_database())::float8 as bytes',
    );
    return {
      cases,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      megabytes: Math.round((rows[0]?.bytes ?? 0) / 1e6),
    };
  } finally {
    await owner.end();
  }
}
