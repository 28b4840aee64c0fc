import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { LoadResult, LoadTask } from './load-task.ts';

const DRIVER = join(import.meta.dirname, 'driver.ts');

/** Runs the load in a process of its own. Errors: when a request was refused or broken: then nothing was measured. */
export async function runLoad(task: LoadTask): Promise<LoadResult> {
  const child = spawn(process.execPath, [DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(task));
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const result = JSON.parse(output) as LoadResult;
  const refusals = Object.entries(result.refused);
  if (refusals.length > 0 || result.broken > 0)
    throw new Error(
      `负载没有全部得到应答: ${refusals.map(([status, count]) => `${status} × ${count}`).join(', ')} 断开 ${result.broken}`,
    );
  return result;
}
