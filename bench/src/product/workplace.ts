import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder and the processes that work in it: gone when the bench ends, however it ends. */
export interface Workplace {
  readonly folder: string;
  /** Has something stopped when the bench ends; the last one added is stopped first. */
  onEnd(stop: () => Promise<void>): void;
  clear(): Promise<void>;
}

/**
 * Makes the folder. The path is short, as it has to hold a socket's address, and open to pass through (0711), because
 * a database that root starts runs as another user.
 */
export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'qzt-bench-'));
  chmodSync(folder, 0o711);
  const stops: (() => Promise<void>)[] = [];
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const clear = async () => {
    for (const stop of stops.splice(0).reverse()) await stop().catch(complain);
    remove();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void clear().finally(() => process.exit(1));
    });
  process.once('exit', remove);
  return { folder, onEnd: (stop) => stops.push(stop), clear };
}

const complain = (error: Error): void => {
  console.error(`收尾时出错: ${error.message}`);
};
