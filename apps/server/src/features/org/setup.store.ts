import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';

export interface InstallationFacts {
  readonly empty: boolean;
  readonly demonstration: boolean;
  readonly filling: unknown;
}

/** What is known of the installation as a whole. */
export async function installationFacts(pool: Pool): Promise<InstallationFacts> {
  const { rows } = await pool.query<InstallationFacts>(
    `select not exists (select from org) as empty,
       coalesce((select value = 'true'::jsonb from installation where name = 'demonstration'), false) as demonstration,
       (select value from installation where name = 'filling') as filling`,
  );
  return rows[0] ?? { empty: true, demonstration: false, filling: null };
}

/** Notes that the first subdistrict was made. Of two at once the second fails on the primary key. */
export function markSetUp(work: Work): void {
  work.tx.write(`insert into installation (name, value) values ('setup', to_jsonb($1::text))`, [
    work.now.toISOString(),
  ]);
}

export async function isEmpty(work: Work): Promise<boolean> {
  const [row] = await work.tx.read<{ empty: boolean }>(
    'select not exists (select from org) as empty',
  );
  return row?.empty ?? false;
}
