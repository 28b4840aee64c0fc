// What no linter rule can forbid: comments that switch a check off or put work off. `npm run check:words`

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSource, listFiles, ROOT } from './source-files.ts';

/** Written so that this file does not meet itself. */
const FORBIDDEN = [
  'biome-ignor[e]',
  '@ts-ignor[e]',
  '@ts-nochec[k]',
  '\\bTOD[O]\\b',
  '\\bFIXM[E]\\b',
];
const pattern = new RegExp(FORBIDDEN.join('|'));

const files = listFiles().filter((file) => isSource(file) || /\.(mjs|cjs|js|sql|css)$/.test(file));
let found = 0;
for (const file of files) {
  for (const [index, line] of readFileSync(join(ROOT, file), 'utf8').split('\n').entries()) {
    if (!pattern.test(line)) continue;
    found += 1;
    console.error(`${file}:${index + 1} ${line.trim()}`);
  }
}
console.log(`${files.length} files, ${found} forbidden words`);
if (found > 0 || files.length === 0) process.exitCode = 1;
