import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillCommittees } from '../features/demonstration/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readKeyring } from '../platform/keys/index.ts';
import type { Connection } from '../platform/pool.ts';

/** What the server sends: the order, once; afterwards that people are being served. */
export type FillMessage =
  | {
      readonly order: {
        readonly connection: Connection;
        readonly keysDir: string;
        readonly committees: number;
      };
    }
  | { readonly busy: true };

/** What it is told: a committee is there. */
export interface FilledMessage {
  readonly done: number;
  readonly of: number;
  readonly rows: number;
}

const SEED = '1';
/** How long a request counts as people being served. */
const BUSY_MS = 1_500;
/** How much longer than the work the pause after it is: while people are served, and while nobody asks for anything. */
const [REST_BUSY, REST_CALM] = [4, 0.5];
const LONGEST_REST_MS = 3_000;

let busyAt = Number.NEGATIVE_INFINITY;
let background = false;
let workingSince = performance.now();

/** The first committee comes as fast as it can; the others come in the pauses of those who work. */
async function rest(): Promise<void> {
  if (background) {
    const share = performance.now() - busyAt < BUSY_MS ? REST_BUSY : REST_CALM;
    await sleep(Math.min((performance.now() - workingSince) * share, LONGEST_REST_MS));
  }
  workingSince = performance.now();
}

function onFilled(done: number, of: number, rows: number): void {
  const message: FilledMessage = { done, of, rows };
  process.send?.(message);
  if (background) return;
  background = true;
  os.setPriority(os.constants.priority.PRIORITY_LOW);
}

process.on('message', (message: FillMessage) => {
  if ('busy' in message) {
    busyAt = performance.now();
    return;
  }
  const { connection, keysDir, committees } = message.order;
  const filled = readKeyring(keysDir).then((keyring) =>
    fillCommittees({
      owner: connection,
      keyring,
      now: systemClock.now,
      seed: SEED,
      size: 'subdistrict',
      committees,
      years: 1,
      rest,
      onFilled,
    }),
  );
  filled.then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`${error.stack ?? error.message}\n`);
      process.exit(1);
    },
  );
});
// Without the server nobody reads what is filled; the next start goes on.
process.once('disconnect', () => process.exit(0));
