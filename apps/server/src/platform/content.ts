import { readFile } from 'node:fs/promises';

const CONTENT = new URL('../../../../content/', import.meta.url);

/** Reads one of the local facts that ship with the product. */
export async function content<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, CONTENT), 'utf8')) as T;
}
