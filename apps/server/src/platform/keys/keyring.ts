import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '@qzt/db/files';
import { z } from 'zod';

const Key = z.base64().transform((text) => Buffer.from(text, 'base64'));
const File = z.object({
  current: z.int().min(1),
  masters: z.record(z.string(), Key),
  index: Key,
});

/** The secrets of an installation. They live in files apart from the data and are no row of any table. */
export interface Keyring {
  /** Number of the master key that wraps new data keys. */
  readonly current: number;
  master(version: number): KeyObject;
  /** Key of the fingerprints that find a person. */
  readonly index: KeyObject;
  /** Key of the stored outcomes. */
  readonly outcome: KeyObject;
  /** Key of the fingerprints of request bodies. */
  readonly body: KeyObject;
  /** Key of the codes by which residents follow their cases. Never rotated: what was printed stays good. */
  readonly track: KeyObject;
}

export class KeyringError extends Error {
  override readonly name = 'KeyringError';
}

const FILE = 'keyring.json';
const BYTES = 32;

const derive = (from: Buffer, label: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', from, Buffer.alloc(0), label, BYTES)));

const mastersOf = (file: z.output<typeof File>): Map<number, KeyObject> =>
  new Map(
    Object.entries(file.masters)
      .filter(([, key]) => key.length === BYTES)
      .map(([version, key]) => [Number(version), createSecretKey(key)]),
  );

/**
 * `again` reads the file once more: a key that is not known was added by `qzt rotate-keys` beside the running server,
 * which wraps under the newest one from then on.
 */
function ringOf(file: z.output<typeof File>, again: () => z.output<typeof File>): Keyring {
  let masters = mastersOf(file);
  let { current } = file;
  const master = (version: number): KeyObject => {
    if (!masters.has(version)) {
      const newer = again();
      masters = mastersOf(newer);
      current = newer.current;
    }
    const key = masters.get(version);
    if (key === undefined) throw new KeyringError(`密钥文件里没有第 ${version} 号主密钥`);
    return key;
  };
  master(current);
  if (file.index.length !== BYTES) throw new KeyringError('密钥文件里的索引密钥不对');
  return {
    get current() {
      return current;
    },
    master,
    index: createSecretKey(file.index),
    outcome: derive(file.index, 'stored outcomes'),
    body: derive(file.index, 'request bodies'),
    track: derive(file.index, 'codes to follow a case'),
  };
}

/** Reads the keyring of a folder. Errors: KeyringError when it is missing or damaged. */
export async function readKeyring(folder: string): Promise<Keyring> {
  const file = path.join(folder, FILE);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new KeyringError(`找不到密钥文件 ${FILE},请从密钥备份恢复到密钥文件夹`);
  });
  return ringOf(parse(text), () => parse(readFileSync(file, 'utf8')));
}

function parse(text: string): z.output<typeof File> {
  try {
    return File.parse(JSON.parse(text));
  } catch {
    throw new KeyringError(`密钥文件 ${FILE} 已损坏,请从密钥备份恢复`);
  }
}

/** What was written stands after a power cut: rows are wrapped under its newest key from then on. */
async function write(folder: string, file: z.input<typeof File>): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = path.join(folder, `${FILE}.new`);
  const handle = await open(temporary, 'w', 0o600);
  await handle.writeFile(JSON.stringify(file, null, 2));
  await handle.sync();
  await handle.close();
  await rename(temporary, path.join(folder, FILE));
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(path.dirname(made));
}

/** Makes the keyring of a new installation from the machine's random numbers: no secret has a default. */
export async function makeKeyring(folder: string): Promise<Keyring> {
  await write(folder, {
    current: 1,
    masters: { '1': randomBytes(BYTES).toString('base64') },
    index: randomBytes(BYTES).toString('base64'),
  });
  return readKeyring(folder);
}

/** Adds a master key that wraps from now on. The old ones stay until every data key is wrapped anew. */
export async function addMaster(folder: string): Promise<Keyring> {
  const text = await readFile(path.join(folder, FILE), 'utf8');
  const file = JSON.parse(text) as z.input<typeof File>;
  const next = file.current + 1;
  await write(folder, {
    ...file,
    current: next,
    masters: { ...file.masters, [String(next)]: randomBytes(BYTES).toString('base64') },
  });
  return readKeyring(folder);
}

/** Fingerprint of a word under a key: equal words of one committee match, and nothing can be read from it. */
export const fingerprint = (key: KeyObject, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', key).update(parts.join('\u0000')).digest().subarray(0, 16);
