import { join } from 'node:path';
import { BackupError } from './backup-error.ts';
import { type DataManifest, type KeysManifest, readManifest } from './manifest.ts';
import { checkFile, checkUploads } from './uploads.ts';

/** A backup that was read through and found whole. */
export interface VerifiedBackup {
  readonly data: DataManifest;
  readonly keys: KeysManifest;
}

/**
 * Reads a backup through, keys included, and compares every file with its hash. Touches nothing.
 *
 * @throws BackupError `damaged`, or `mismatched` if data and keys are not of the same backup
 */
export async function verifyBackup(place: {
  readonly from: string;
  readonly keysFrom: string;
}): Promise<VerifiedBackup> {
  const data = await readManifest(place.from, 'quanzoutong-backup');
  const keys = await verifyKeys(place.keysFrom);
  if (keys.id !== data.manifest.id) {
    throw new BackupError(
      'mismatched',
      `数据备份(${data.manifest.createdAt})和密钥备份(${keys.createdAt})不是同一次备份,不能一起恢复。请找到同一次备份的两个文件夹。`,
    );
  }
  if (keys.dataManifestSha256 !== data.sha256) {
    throw new BackupError(
      'damaged',
      `${join(place.from, 'manifest.json')} 在备份之后被改动过。请改用另一份备份。`,
    );
  }
  for (const entry of [...data.manifest.tables, data.manifest.uploads]) {
    await checkFile(place.from, entry.file, entry);
  }
  await checkUploads(place.from, (file, expected) => checkFile(place.from, file, expected));
  return { data: data.manifest, keys };
}

/** The keys' part alone: a later one may be given to a restore for its list of erased keys. */
export async function verifyKeys(keysFrom: string): Promise<KeysManifest> {
  const { manifest } = await readManifest(keysFrom, 'quanzoutong-keys');
  for (const entry of manifest.tables) {
    await checkFile(keysFrom, entry.file, entry);
  }
  for (const entry of manifest.masterKeys) {
    await checkFile(join(keysFrom, 'master'), entry.file, entry);
  }
  return manifest;
}
