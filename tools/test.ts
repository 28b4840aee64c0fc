// Every check of the house in order: `npm test`. Its last line is `N passed, N failed`.
// `--long` runs the fault, load and restore runs instead.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { provideChromium } from '../apps/e2e/src/browser.ts';
import { runCommand } from './run-command.ts';
import { ROOT } from './source-files.ts';
import { addUp, type Tally, tallyCheck, tallyVitest, type VitestReport } from './tally.ts';

const MINUTE = 60_000;

interface Outcome {
  tally: Tally;
  /** One line for the reader. */
  note: string;
}

interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1)?.trim() ?? '';
}

/** A check that says nothing while it passes, and everything when it does not. */
function check(name: string, program: string, ...args: string[]): Step {
  const run = async () => {
    const { code, output } = await runCommand(program, args, { timeoutMs: 10 * MINUTE });
    if (code !== 0) console.log(output.trimEnd());
    return { tally: tallyCheck(code), note: lastLine(output) };
  };
  return { name, run };
}

function tests(name: string, mode: string, minutes: number): Step {
  const run = async () => {
    const file = join(ROOT, `node_modules/.cache/quanzoutong/${mode}-report.json`);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const finished = await runCommand('vitest', ['run', '--mode', mode, ...reporters], {
      echo: true,
      timeoutMs: minutes * MINUTE,
    });
    const report = readReport(file);
    const tally = tallyVitest(report, finished.code);
    return { tally, note: report ? noteOf(tally) : '没有报告 no report' };
  };
  return { name, run };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    // No report is a finding of its own: tallyVitest counts it as a failure.
    return undefined;
  }
}

function noteOf({ passed, failed }: Tally): string {
  return `${passed} 通过 passed, ${failed} 失败 failed`;
}

/** The browser is looked for first, so that a machine without one is told at once what to do. */
function browserTests(): Step {
  const inner = tests('', 'e2e', 15);
  const run = () => {
    try {
      provideChromium();
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      return Promise.resolve({ tally: tallyCheck(1), note: '没有 Chromium' });
    }
    return inner.run();
  };
  return { name: '浏览器 e2e', run };
}

const steps: Step[] = process.argv.includes('--long')
  ? [check('构建 build', 'node', 'tools/build.ts', '--if-stale'), tests('长测 long', 'long', 240)]
  : [
      check('格式 format and lint', 'biome', 'check', '--error-on-warnings'),
      check('用词 words', 'node', 'tools/house-words.ts'),
      check('类型 types', 'node', 'tools/typecheck.ts'),
      check('导入 imports', 'node', 'tools/imports.ts'),
      check('死码 dead code', 'knip', '--no-config-hints'),
      tests('单元与数据库 unit and database', 'test', 20),
      check('构建 build', 'node', 'tools/build.ts', '--if-stale'),
      browserTests(),
    ];

const tallies: Tally[] = [];
const lines: string[] = [];
for (const { name, run } of steps) {
  const since = performance.now();
  const { tally, note } = await run();
  tallies.push(tally);
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  const line = `${tally.failed === 0 ? '✓' : '✗'} ${name} · ${seconds} s · ${note}`;
  lines.push(line);
  console.log(line);
}
const { passed, failed } = addUp(tallies);
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
