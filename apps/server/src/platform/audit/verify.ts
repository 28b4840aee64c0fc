import type pg from 'pg';
import type { Pool } from '../pool.ts';
import { GENESIS, leafHash, merkleRoot, type SealedEntry, sealHash } from './merkle.ts';
import { ENTRY_COLUMNS } from './seal.store.ts';

/** How the log of one organisation stands. */
export interface ChainReport {
  readonly code: string;
  readonly name: string;
  readonly seals: number;
  readonly sealed: number;
  /** The last seal in hex: whoever writes it down elsewhere sees later whether the end of the chain was cut off. */
  readonly head: string | null;
  readonly unsealed: number;
  /** When the oldest unsealed entry was made. */
  readonly unsealedSince: Date | null;
  /** The first place that does not fit, in Chinese; null when all does. */
  readonly broken: string | null;
}

interface SealRow {
  seq: number;
  entries: number;
  root: Buffer;
  previous: Buffer;
  seal: Buffer;
  hashes: Buffer;
}

/** An entry as it stands now, at its place in the seal; all but the place null where it is gone. */
interface LeafRow extends SealedEntry {
  place: number;
}

interface Walk {
  readonly seals: number;
  readonly sealed: number;
  readonly head: Buffer | null;
  readonly broken: string | null;
}

/**
 * Checks the chains of all organisations, or of the one with this code: every entry against its leaf, every tree against
 * its root, every seal against the one before. Reads one seal at a time, as somebody whom row-level security does not
 * bind. Undefined when no organisation has the code.
 */
export async function verifyAudit(pool: Pool, code?: string): Promise<ChainReport[] | undefined> {
  const { rows: orgs } = await pool.query<{ id: string; code: string; name: string }>(
    'select id, code, name from org where $1::text is null or code = $1 order by code',
    [code ?? null],
  );
  if (code !== undefined && orgs.length === 0) return undefined;
  const reports: ChainReport[] = [];
  for (const org of orgs) {
    const walk = await walkChain(pool, org.id);
    const tail = await tailOf(pool, org.id);
    reports.push({
      code: org.code,
      name: org.name,
      seals: walk.seals,
      sealed: walk.sealed,
      head: walk.head?.toString('hex') ?? null,
      unsealed: tail.count,
      unsealedSince: tail.since,
      broken: walk.broken ?? (await cutOff(pool, org.id, walk.seals)),
    });
  }
  return reports;
}

async function walkChain(pool: pg.Pool, orgId: string): Promise<Walk> {
  const { rows: seals } = await pool.query<SealRow>(
    'select seq, entries, root, previous, seal, hashes from audit_seal where owner_org_id = $1 order by seq',
    [orgId],
  );
  let head: Buffer | null = null;
  let sealed = 0;
  for (const [index, seal] of seals.entries()) {
    const broken =
      faultOfSeal(seal, index + 1, head ?? GENESIS) ??
      faultOfEntries(seal, await entriesOf(pool, orgId, seal.seq));
    if (broken !== null) return { seals: seals.length, sealed, head, broken };
    head = seal.seal;
    sealed += seal.entries;
  }
  return { seals: seals.length, sealed, head, broken: null };
}

function faultOfSeal(seal: SealRow, expected: number, previous: Buffer): string | null {
  if (seal.seq !== expected) return `第 ${expected} 次封存的记录不见了`;
  if (!seal.previous.equals(previous)) return `第 ${seal.seq} 次封存与前一次接不上`;
  const computed = sealHash(previous, seal.root, seal.seq, seal.entries);
  return computed.equals(seal.seal) ? null : `第 ${seal.seq} 次封存的记录被改动过`;
}

async function entriesOf(pool: pg.Pool, orgId: string, seq: number): Promise<LeafRow[]> {
  const { rows } = await pool.query<LeafRow>(
    `select leaf.place, ${ENTRY_COLUMNS} from audit_seal s
     cross join unnest(s.entry_ids) with ordinality as leaf(id, place)
     left join audit_entry e on e.owner_org_id = s.owner_org_id and e.id = leaf.id
     where s.owner_org_id = $1 and s.seq = $2 order by leaf.place`,
    [orgId, seq],
  );
  return rows;
}

/** Seals that were once there, behind the last one that is. */
async function cutOff(pool: pg.Pool, orgId: string, seals: number): Promise<string | null> {
  const { rows } = await pool.query<{ seq: number }>(
    'select last_seq as seq from audit_mark where owner_org_id = $1 and last_seq > $2',
    [orgId, seals],
  );
  return rows[0] === undefined ? null : `第 ${rows[0].seq} 次封存的记录不见了`;
}

const HASH_BYTES = 32;

function faultOfEntries(seal: SealRow, rows: readonly LeafRow[]): string | null {
  const where = `第 ${seal.seq} 次封存`;
  for (const { place, ...entry } of rows) {
    if (entry.id === null) return `${where}的第 ${place} 条日志不见了`;
    const sealed = seal.hashes.subarray((place - 1) * HASH_BYTES, place * HASH_BYTES);
    if (!leafHash(entry).equals(sealed)) return `${where}的第 ${place} 条日志(${entry.id})被改动过`;
  }
  if (rows.length !== seal.entries)
    return `${where}应有 ${seal.entries} 条日志,现有 ${rows.length} 条`;
  const root = merkleRoot(rows.map(({ place: _place, ...entry }) => leafHash(entry)));
  return root.equals(seal.root) ? null : `${where}的日志与封存的记录对不上`;
}

/** What no seal names yet. A set difference: a join over tables that were never counted compares each with each. */
async function tailOf(
  pool: pg.Pool,
  orgId: string,
): Promise<{ count: number; since: Date | null }> {
  const { rows } = await pool.query<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(e.at) as since
     from (select id from audit_entry where owner_org_id = $1
           except select unnest(entry_ids) from audit_seal where owner_org_id = $1) tail
     join audit_entry e on e.owner_org_id = $1 and e.id = tail.id`,
    [orgId],
  );
  return rows[0] ?? { count: 0, since: null };
}
