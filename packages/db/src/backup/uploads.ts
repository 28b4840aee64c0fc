import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './backup-error.ts';
import { type Digest, digestFile, digesting, writeStream } from './durable.ts';
import type { DataManifest } from './manifest.ts';

interface Upload extends Digest {
  /** Relative to the folder of uploads, with `/`. */
  readonly path: string;
}

const LIST = 'files.jsonl';

/** Where a content lies in a backup, relative to its folder: the same content once. */
function contentFile(sha256: string): string {
  return join('files', sha256.slice(0, 2), sha256);
}

/** Relative paths of the ordinary files below a folder; none if there is no such folder. */
export async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  const here = join(folder, below);
  if (below === '' && (await stat(here).catch(() => undefined)) === undefined) {
    return;
  }
  for await (const entry of await opendir(here)) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      yield* filesBelow(folder, path);
    } else if (entry.isFile()) {
      yield path;
    } else {
      throw new BackupError(
        'unsupported',
        `${join(folder, path)} 不是普通文件(可能是链接),无法备份。请移走它再备份。`,
      );
    }
  }
}

/**
 * Copies the uploaded files into a backup. To be called after the database's snapshot is taken: a file is written before
 * the row that names it, so that every row in the snapshot finds its file. One that is deleted meanwhile is left out.
 */
export async function saveUploads(
  filesDir: string,
  folder: string,
): Promise<DataManifest['uploads']> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const path of filesBelow(filesDir)) {
      const digest = await saveContent(join(filesDir, path), folder);
      if (digest !== undefined) {
        count += 1;
        yield `${JSON.stringify({ path, ...digest } satisfies Upload)}\n`;
      }
    }
  }
  const list = await writeStream(Readable.from(lines(), { objectMode: false }), join(folder, LIST));
  return { file: LIST, count, ...list };
}

async function saveContent(source: string, folder: string): Promise<Digest | undefined> {
  const opened = await open(source).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (opened === undefined) {
    return undefined;
  }
  const draft = join(folder, 'incoming');
  const digest = await writeStream(opened.createReadStream(), draft);
  const file = join(folder, contentFile(digest.sha256));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rename(draft, file);
  return digest;
}

async function* listed(folder: string): AsyncGenerator<Upload> {
  const input = createReadStream(join(folder, LIST));
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield JSON.parse(line) as Upload;
  }
}

/** Compares every saved content with its hash; the list itself must have been compared before. */
export async function checkUploads(
  folder: string,
  check: (file: string, expected: Digest) => Promise<void>,
): Promise<void> {
  for await (const upload of listed(folder)) {
    await check(contentFile(upload.sha256), upload);
  }
}

/** Writes the saved files to an empty folder, comparing each with its hash once more on the way. */
export async function loadUploads(folder: string, filesDir: string): Promise<number> {
  let count = 0;
  await mkdir(filesDir, { recursive: true, mode: 0o700 });
  for await (const { path, sha256 } of listed(folder)) {
    if (isAbsolute(path) || normalize(path).startsWith('..')) {
      throw new BackupError('damaged', `备份中的文件路径不合规:${path}。请改用另一份备份。`);
    }
    const target = join(filesDir, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const { through, digest } = digesting();
    await pipeline(
      createReadStream(join(folder, contentFile(sha256))),
      through,
      createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }),
    );
    if (digest().sha256 !== sha256) {
      throw new BackupError('damaged', `备份中的文件 ${path} 已损坏。请改用另一份备份。`);
    }
    count += 1;
  }
  return count;
}

/** Copies the master key files; names come from `filesBelow`. */
export async function copyFiles(
  from: string,
  to: string,
  paths: AsyncIterable<string> | Iterable<string>,
): Promise<(Digest & { readonly file: string })[]> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const copied: (Digest & { readonly file: string })[] = [];
  for await (const path of paths) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    copied.push({ file: path, ...(await writeStream(createReadStream(join(from, path)), target)) });
  }
  return copied;
}

/**
 * Compares a file with the digest that a manifest has of it.
 *
 * @throws BackupError `damaged`
 */
export async function checkFile(folder: string, file: string, expected: Digest): Promise<void> {
  const found = await digestFile(join(folder, file)).catch(() => undefined);
  if (found?.sha256 !== expected.sha256 || found.bytes !== expected.bytes) {
    throw new BackupError(
      'damaged',
      `备份中的文件 ${basename(file)} ${found === undefined ? '不见了' : '已损坏'}(${join(folder, file)})。请改用另一份备份。`,
    );
  }
}
