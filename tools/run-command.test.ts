import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const script = (text: string) => ['-e', text];

test('code and both outputs are handed over, and there is no standard input to wait for', async () => {
  const text =
    'process.stdin.resume().on("end", () => { console.log(1); console.error(2); process.exitCode = 3; })';
  const { code, output } = await runCommand('node', script(text));
  expect(code).toBe(3);
  expect(output.split('\n').sort()).toEqual(['', '1', '2']);
});

test('the programs of the project come first on the PATH', async () => {
  const { output } = await runCommand('node', ['--version']);
  expect(output).toBe(`${process.version}\n`);
});

test('a program that is not there is 127, one that takes too long is stopped and says so', async () => {
  expect((await runCommand('no-such-program', [])).code).toBe(127);
  const late = await runCommand('node', script('setInterval(() => {}, 1000)'), { timeoutMs: 200 });
  expect(late.code).toBe(128 + 9);
  expect(late.output).toContain('0.2');
});

test('a signal ends what is running, starts nothing new and ends us', async () => {
  const tool = join(import.meta.dirname, 'run-command.ts');
  const one = `runCommand('node', ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'], { echo: true })`;
  const text = `import { runCommand } from ${JSON.stringify(tool)}; await ${one}; await ${one};`;
  const us = spawn(process.execPath, ['--input-type=module', ...script(text)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  us.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    us.kill('SIGTERM');
  });
  const [code] = await once(us, 'close');
  expect(code).toBe(128 + 15);
  const pids = said.trim().split('\n').map(Number);
  expect(pids).toHaveLength(1);
  expect(() => process.kill(pids[0]!, 0)).toThrow('ESRCH');
});
