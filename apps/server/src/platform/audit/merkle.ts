import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An audit entry as it is sealed: every column, `at` to the microsecond in UTC. */
export interface SealedEntry {
  readonly ownerOrgId: string;
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly purpose: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly subjectCommitteeId: string | null;
  readonly facts: unknown;
}

/** What stands before the first seal of an organisation. */
export const GENESIS: Buffer = Buffer.alloc(32);

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * SHA-256(0x00 ‖ canonical JSON). Leaves and nodes begin with different bytes, so that no node can pass for an entry
 * (RFC 9162, section 2.1).
 */
export const leafHash = (entry: SealedEntry): Buffer =>
  sha256(LEAF, Buffer.from(canonicalize(entry) ?? '', 'utf8'));

/**
 * Root of the tree over leaves in their order; a node is SHA-256(0x01 ‖ left ‖ right). A leaf without a partner goes up
 * as it is: doubling it would give two lists the same root. Of no leaves: the hash of nothing.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  let level = leaves;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = level.slice(index, index + 2);
      if (left) above.push(right ? sha256(NODE, left, right) : left);
    }
    level = above;
  }
  return level[0] ?? sha256();
}

const four = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** SHA-256(seal before ‖ root ‖ seq ‖ entries), both numbers as four bytes, big-endian: one seal holds all before it. */
export const sealHash = (previous: Buffer, root: Buffer, seq: number, entries: number): Buffer =>
  sha256(previous, root, four(seq), four(entries));
