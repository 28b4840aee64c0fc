// Runs in a thread of its own: ten thousand lines take a second of a core, which no request should wait for.
import { parentPort, workerData } from 'node:worker_threads';
import { type Sheet, workbook } from './workbook.ts';

parentPort?.postMessage(await workbook(workerData as Sheet));
