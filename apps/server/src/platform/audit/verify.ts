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
}

interface LeafRow extends SealedEntry {
  leaf: number;
  hash: Buffer;
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
      broken: walk.broken ?? (await strayLeaf(pool, org.id)),
    });
  }
  return reports;
}

async function walkChain(pool: pg.Pool, orgId: string): Promise<Walk> {
  const { rows: seals } = await pool.query<SealRow>(
    'select seq, entries, root, previous, seal from audit_seal where owner_org_id = $1 order by seq',
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
    `select l.leaf, l.hash, ${ENTRY_COLUMNS} from audit_leaf l
     join audit_entry e on e.owner_org_id = l.owner_org_id and e.id = l.entry_id
     where l.owner_org_id = $1 and l.seal_seq = $2 order by l.leaf`,
    [orgId, seq],
  );
  return rows;
}

function faultOfEntries(seal: SealRow, rows: readonly LeafRow[]): string | null {
  const where = `第 ${seal.seq} 次封存`;
  for (const [index, { leaf, hash, ...entry }] of rows.entries()) {
    if (leaf !== index) return `${where}的第 ${index + 1} 条日志不见了`;
    if (!leafHash(entry).equals(hash))
      return `${where}的第 ${index + 1} 条日志(${entry.id})被改动过`;
  }
  if (rows.length !== seal.entries)
    return `${where}应有 ${seal.entries} 条日志,现有 ${rows.length} 条`;
  const root = merkleRoot(rows.map(({ hash }) => hash));
  return root.equals(seal.root) ? null : `${where}的日志与封存的记录对不上`;
}

/** A leaf whose seal or entry is gone: only somebody who switched the foreign keys off leaves one. */
async function strayLeaf(pool: pg.Pool, orgId: string): Promise<string | null> {
  const { rows } = await pool.query<{ seq: number }>(
    `select l.seal_seq as seq from audit_leaf l
     where l.owner_org_id = $1
       and not exists (select from audit_seal s where s.owner_org_id = l.owner_org_id and s.seq = l.seal_seq)
     order by 1 limit 1`,
    [orgId],
  );
  return rows[0] === undefined ? null : `第 ${rows[0].seq} 次封存的记录不见了`;
}

async function tailOf(
  pool: pg.Pool,
  orgId: string,
): Promise<{ count: number; since: Date | null }> {
  const { rows } = await pool.query<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(e.at) as since from audit_entry e
     where e.owner_org_id = $1
       and not exists (select from audit_leaf l where l.owner_org_id = e.owner_org_id and l.entry_id = e.id)`,
    [orgId],
  );
  return rows[0] ?? { count: 0, since: null };
}
