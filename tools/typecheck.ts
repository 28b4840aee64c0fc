// Checks the types of every room: `npm run check:types`. Each tsconfig.json is one room, and every
// TypeScript file has to lie in one of them.

import { relative } from 'node:path';
import { type Finished, runCommand } from './run-command.ts';
import { isSource, listFiles, ROOT } from './source-files.ts';

/** One compiler per core of a small machine. */
const AT_ONCE = 2;

interface Room {
  config: string;
  result: Finished;
}

async function checkRooms(configs: readonly string[]): Promise<Room[]> {
  const waiting = [...configs];
  const rooms: Room[] = [];
  const work = async () => {
    for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) {
      const result = await runCommand('tsc', ['-p', config, '--listFiles', '--pretty', 'false']);
      rooms.push({ config, result });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return rooms.sort((a, b) => a.config.localeCompare(b.config));
}

/** `--listFiles` mixes the files read with the messages: a line is either a path or said to us. */
function splitOutput(output: string): { files: string[]; messages: string[] } {
  const lines = output.split('\n').filter((line) => line !== '');
  const files = lines.filter((line) => line.startsWith('/'));
  return { files, messages: lines.filter((line) => !line.startsWith('/')) };
}

const listed = listFiles();
const rooms = await checkRooms(
  listed.filter((f) => /(^|\/)tsconfig(\.(?!base)\w+)?\.json$/.test(f)),
);
const typed = new Set<string>();
let failures = 0;
for (const { config, result } of rooms) {
  const { files, messages } = splitOutput(result.output);
  for (const file of files) typed.add(relative(ROOT, file));
  if (result.code === 0) continue;
  failures += 1;
  console.error(`${config}\n${messages.map((line) => `  ${line}`).join('\n')}`);
}
const untyped = listed.filter((file) => isSource(file) && !typed.has(file));
for (const file of untyped) console.error(`没有 tsconfig 管到 in no tsconfig: ${file}`);
console.log(`${rooms.length} rooms, ${failures} with type errors, ${untyped.length} files in none`);
if (failures + untyped.length > 0 || rooms.length === 0) process.exitCode = 1;
