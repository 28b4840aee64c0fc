import type pg from 'pg';
import { BackupError } from './backup-error.ts';
import { columnList } from './catalog.ts';
import { copyIn } from './copy-table.ts';
import type { KeysManifest } from './manifest.ts';

/** The fingerprints by which an erased person was found: without the key they would still say who was here. */
const REMOVE_FINGERPRINTS = `
  delete from resident_token t using resident r join erased_key e
    on e.committee_id = r.committee_id and e.key_id = r.key_id
  where t.committee_id = r.committee_id and t.resident_id = r.id`;

const REMOVE_KEYS = `
  delete from data_key k using erased_key e
  where k.committee_id = e.committee_id and k.id = e.key_id`;

/** Keys backups other than the one restored, whose list of erased keys counts too. */
export interface ErasedSource {
  readonly folder: string;
  readonly manifest: KeysManifest;
}

/**
 * Erases again, in a database just loaded, what was erased by the time of the backup or of any later keys backup: an
 * older backup never brings an erased person back. Answers how many keys it removed.
 */
export async function eraseAgain(
  client: pg.Client,
  sources: readonly ErasedSource[],
): Promise<number> {
  if (!(await exists(client, 'erased_key'))) {
    if (sources.length > 0) {
      throw new BackupError(
        'unsupported',
        '这份备份早于“已抹除密钥名单”,无法按较新的名单抹除。请改用较新的备份。',
      );
    }
    return 0;
  }
  for (const source of sources) {
    await addList(client, source);
  }
  if (await exists(client, 'resident_token')) {
    await client.query(REMOVE_FINGERPRINTS);
  }
  return (await client.query(REMOVE_KEYS)).rowCount ?? 0;
}

/** Adds a later list, as far as it names keys that this database holds. */
async function addList(client: pg.Client, { folder, manifest }: ErasedSource): Promise<void> {
  const entry = manifest.tables.find(({ name }) => name === 'erased_key');
  if (entry === undefined) {
    return;
  }
  const known = await columnTypes(client);
  const shared = entry.columns.filter((column) => known.has(column));
  // as text, because a later schema may have columns that this one does not know
  await client.query(
    `create temporary table later_erased (${entry.columns.map((column) => `${columnList([column])} text`).join(', ')})`,
  );
  await copyIn(client, entry, folder, 'later_erased');
  await client.query(
    `insert into erased_key (${columnList(shared)})
     select ${shared.map((column) => `l.${columnList([column])}::${known.get(column)}`).join(', ')} from later_erased l
     where exists (select from data_key k where k.committee_id::text = l.committee_id and k.id::text = l.key_id)
     on conflict do nothing`,
  );
  await client.query('drop table later_erased');
}

async function columnTypes(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = 'erased_key'::regclass and attnum > 0 and not attisdropped`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select to_regclass($1) is not null as found',
    [table],
  );
  return rows[0]?.found === true;
}
