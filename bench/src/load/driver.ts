// The load, as a process of its own: reads its task as JSON from stdin, prints its result as JSON.

import { writeFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { idMaker } from './fresh-ids.ts';
import { FRESH_ID } from './http-text.ts';
import type { LoadResult, LoadTask } from './load-task.ts';

const freshId = idMaker();

const task = JSON.parse(await text(process.stdin)) as LoadTask;
// Cut at the places of the fresh id, so that making a request is a concatenation.
const shots = task.requests.map((request) => request.split(FRESH_ID));
const acknowledged: string[] = [];
const refused: Record<string, number> = {};
const latencies: number[] = [];
let counted = 0;
let broken = 0;
const anyOf = (count: number): number => Math.floor(Math.random() * count);
const startedAt = performance.now();
const countFrom = startedAt + task.warmSeconds * 1000;
const until = countFrom + task.seconds * 1000;

/** One keep-alive connection that asks, waits for the answer and asks again, until the time is over. */
function converse(socket: Socket, number: number): Promise<void> {
  let id = '';
  let sentAt = 0;
  let head = '';
  let missing = -1;
  const ask = () => {
    sentAt = performance.now();
    if (sentAt >= until) {
      socket.end();
      return;
    }
    id = freshId();
    const shot = shots[task.keepToOne ? number % shots.length : anyOf(shots.length)];
    if (shot !== undefined) socket.write(shot.join(id), 'latin1');
  };
  const answered = (status: string) => {
    const now = performance.now();
    if (status !== String(task.expect)) refused[status] = (refused[status] ?? 0) + 1;
    else {
      acknowledged.push(id);
      if (sentAt >= countFrom) latencies.push(now - sentAt);
      if (now >= countFrom && now < until) counted += 1;
    }
    id = '';
    head = '';
    missing = -1;
    ask();
  };
  socket.setNoDelay(true);
  socket.on('connect', ask);
  socket.on('data', (chunk: Buffer) => {
    if (missing < 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      missing = end + 4 + Number(length ?? 0) - head.length;
    } else missing -= chunk.length;
    if (missing <= 0) answered(head.slice(9, 12));
  });
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (id !== '') broken += 1;
      resolve();
    });
  });
}

await Promise.all(
  Array.from({ length: task.connections }, (_, number) =>
    converse(createConnection(task.port, '127.0.0.1'), number),
  ),
);
if (task.idsFile !== undefined) writeFileSync(task.idsFile, acknowledged.join('\n'));
const result: LoadResult = {
  acknowledged: acknowledged.length,
  refused,
  broken,
  perSecond: counted / task.seconds,
  latencies: latencies.map((value) => Math.round(value * 100) / 100),
};
process.stdout.write(JSON.stringify(result));
