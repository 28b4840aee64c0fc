// Holds every import against the arrows of the house: `npm run check:imports`.
// `--table` prints what the documentation shows of the structure.

import { summariseLengths } from './file-lengths.ts';
import { type ImportGraph, meaningOf, readImports } from './import-graph.ts';
import { importTable } from './import-table.ts';
import { countLines, isSource, isTest, listFiles, ROOT } from './source-files.ts';

/** A checker that parses nothing finds nothing wrong, so what it saw is compared with git's list. */
function findUnseen(listed: readonly string[], seen: readonly string[]): string[] {
  const problems: string[] = [];
  const [before, after] = [new Set(listed), new Set(seen)];
  for (const file of before) if (!after.has(file)) problems.push(`没有被检查到 not seen: ${file}`);
  for (const file of after)
    if (!before.has(file)) problems.push(`git 没有列出 not listed: ${file}`);
  return problems;
}

function describeOffences(graph: ImportGraph): string[] {
  return graph.offences.map(
    ({ rule, from, to }) => `${from} → ${to}\n  ${rule}: ${meaningOf(rule)}`,
  );
}

function describeLengths(name: string, files: readonly string[]): string {
  const { files: n, median, p95, largest } = summariseLengths(files.map((f) => countLines(f)));
  return `| ${name} | ${n} | ${median} | ${p95} | ${largest} |`;
}

const listed = listFiles().filter(isSource);
const graph = await readImports(ROOT, listed);
const problems = [...findUnseen(listed, graph.modules), ...describeOffences(graph)];

if (process.argv.includes('--table')) {
  console.log(importTable(graph.imports));
  console.log(
    '\n| Files | number | median lines | 95th percentile | largest |\n|---|---|---|---|---|',
  );
  const tests = listed.filter(isTest);
  console.log(
    describeLengths(
      'source',
      listed.filter((file) => !isTest(file)),
    ),
  );
  console.log(`${describeLengths('tests', tests)}\n`);
}
for (const problem of problems) console.error(problem);
console.log(
  `${graph.modules.length} modules, ${graph.imports.length} imports, ${problems.length} offences`,
);
if (problems.length > 0 || graph.modules.length === 0) process.exitCode = 1;
