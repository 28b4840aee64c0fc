import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import type { Sheet } from './workbook.ts';

/** Each holds its whole sheet in memory, so only so many are made at once. */
const AT_ONCE = 3;
let underWay = 0;

/** Makes a spreadsheet (.xlsx) beside the requests. Errors: `slow-down` when too many are being made. */
export async function spreadsheet(sheet: Sheet): Promise<Buffer> {
  if (underWay >= AT_ONCE)
    throw new Refusal('slow-down', { waitSeconds: 3, detail: '正在导出的人太多,请过几秒再按一次' });
  underWay += 1;
  const thread = new Worker(new URL('./spreadsheet-thread.ts', import.meta.url), {
    workerData: sheet,
  });
  try {
    const [made] = (await once(thread, 'message')) as [Uint8Array];
    return Buffer.from(made);
  } finally {
    underWay -= 1;
    await thread.terminate();
  }
}
