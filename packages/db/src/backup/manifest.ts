import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError } from './backup-error.ts';
import type { Digest } from './durable.ts';

/** Raised when an older program could not read what this one writes. */
export const FORMAT = 1;

/** Tables that hold keys or say which were erased: they go apart from the data. */
export const KEY_TABLES: readonly string[] = ['data_key', 'erased_key'];

/**
 * Tables that no backup holds: the answers kept for repeated requests are worth something for days only, and tell of
 * people.
 */
export const NOT_SAVED: readonly string[] = ['idempotency'];

/** One table in a backup: COPY's text format, gzip. */
export interface TableEntry extends Digest {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Relative to the folder of the manifest. */
  readonly file: string;
}

export interface SequenceEntry {
  readonly schema: string;
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

/** A file that is listed with its digest, relative to the folder of the manifest. */
export interface FileEntry extends Digest {
  readonly file: string;
}

/** `manifest.json` of the data. */
export interface DataManifest {
  readonly kind: 'quanzoutong-backup';
  readonly format: number;
  readonly id: string;
  readonly createdAt: string;
  readonly schemaVersion: number;
  /** Over names and checksums of the migrations up to that version. */
  readonly schemaFingerprint: string;
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly SequenceEntry[];
  /** The list of uploaded files: a JSON line each with path, sha256 and bytes; the content lies under its hash. */
  readonly uploads: FileEntry & { readonly count: number };
}

/** `manifest.json` of the keys: belongs to exactly one data manifest. */
export interface KeysManifest {
  readonly kind: 'quanzoutong-keys';
  readonly format: number;
  readonly id: string;
  readonly createdAt: string;
  readonly dataManifestSha256: string;
  readonly tables: readonly TableEntry[];
  readonly masterKeys: readonly FileEntry[];
}

interface Manifests {
  readonly 'quanzoutong-backup': DataManifest;
  readonly 'quanzoutong-keys': KeysManifest;
}

/**
 * Reads a manifest.
 *
 * @throws BackupError `damaged` if it is missing or no such manifest, `unsupported` if it is of a newer format
 */
export async function readManifest<Kind extends keyof Manifests>(
  folder: string,
  kind: Kind,
): Promise<{ readonly manifest: Manifests[Kind]; readonly sha256: string }> {
  const file = join(folder, 'manifest.json');
  try {
    const bytes = await readFile(file);
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind) {
      const manifest = value as Manifests[Kind];
      if (manifest.format > FORMAT) {
        throw new BackupError(
          'unsupported',
          `${folder} 由更新版本的程序备份,本程序读不了。请先升级程序,再恢复。`,
        );
      }
      return { manifest, sha256: createHash('sha256').update(bytes).digest('hex') };
    }
  } catch (error) {
    if (error instanceof BackupError) {
      throw error;
    }
    throw notABackup(folder, kind, error);
  }
  throw notABackup(folder, kind);
}

function notABackup(folder: string, kind: keyof Manifests, cause?: unknown): BackupError {
  const what = kind === 'quanzoutong-backup' ? '数据备份' : '密钥备份';
  return new BackupError(
    'damaged',
    `${folder} 不是完整的${what}(没有可用的 manifest.json)。请检查路径,或改用另一份备份。`,
    { cause },
  );
}
