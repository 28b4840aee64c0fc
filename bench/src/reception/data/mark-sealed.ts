import type pg from 'pg';

export const SEAL_TABLES = ['audit_seal'] as const;

/**
 * Counts everything that was loaded into the log as sealed, in seals of a thousand, as it would be after years: else the
 * product would seal it all while it is measured. The hashes are of the right length and of nothing: no bench verifies.
 */
export async function markSealed(owner: pg.Client): Promise<void> {
  await owner.query(`
    begin;
    truncate audit_seal;
    insert into audit_seal (owner_org_id, seq, entries, root, previous, seal, entry_ids, hashes, first_at, last_at)
      select owner_org_id, 1 + n / 1000, count(*), sha256(''), sha256(''), sha256(''), array_agg(id order by n),
        string_agg(sha256(''), ''::bytea), min(at), max(at)
      from (select owner_org_id, id, at, row_number() over (partition by owner_org_id order by at, id)::int - 1 as n from audit_entry) numbered
      group by owner_org_id, n / 1000;
    commit`);
}
