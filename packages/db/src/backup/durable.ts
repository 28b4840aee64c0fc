import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, opendir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../files/index.ts';

/** What a stream held: SHA-256 in hex and the number of bytes. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
}

/** Passes bytes through and knows their digest afterwards. */
export function digesting(): { readonly through: Transform; digest(): Digest } {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, digest: () => ({ sha256: hash.digest('hex'), bytes }) };
}

/** Digest of a file, in constant memory. */
export async function digestFile(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  const source = createReadStream(path);
  await pipeline(source, hash);
  return { sha256: hash.read().toString('hex'), bytes: source.bytesRead };
}

/** Writes a stream to a new file for this user alone and waits until the disk has it. */
export async function writeStream(
  source: Readable,
  path: string,
  ...between: Transform[]
): Promise<Digest> {
  const { through, digest } = digesting();
  await pipeline([
    source,
    ...between,
    through,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  ]);
  return digest();
}

/** Writes a small new file for this user alone and waits until the disk has it. */
export async function writeText(path: string, text: string): Promise<Digest> {
  await writeFile(path, text, { flag: 'wx', mode: 0o600, flush: true });
  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
  };
}

/** Waits until the disk has the names in a folder and in those below it. */
export async function syncTree(folder: string): Promise<void> {
  for await (const entry of await opendir(folder)) {
    if (entry.isDirectory()) {
      await syncTree(join(folder, entry.name));
    }
  }
  await syncFolder(folder);
}

/** Two folders that get their names only when both are whole: what was cut off is never taken for a good one. */
export interface Drafts {
  readonly data: string;
  readonly keys: string;
  publish(): Promise<void>;
  discard(): Promise<void>;
}

/** Makes the drafts beside the final places, for this user alone. */
export async function makeDrafts(to: string, keysTo: string, id: string): Promise<Drafts> {
  const data = `${to}.partial-${id}`;
  const keys = `${keysTo}.partial-${id}`;
  const discard = async () => {
    await rm(data, { recursive: true, force: true });
    await rm(keys, { recursive: true, force: true });
  };
  for (const draft of [data, keys]) {
    await mkdir(dirname(draft), { recursive: true });
    await mkdir(draft, { mode: 0o700 });
  }
  return {
    data,
    keys,
    discard,
    publish: async () => {
      // the keys first: data without keys would look like a backup and be none
      for (const [draft, final] of [
        [keys, keysTo],
        [data, to],
      ] as const) {
        await syncTree(draft);
        await rename(draft, final);
        await syncFolder(dirname(final));
      }
    },
  };
}
