import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '@qzt/db/embedded';
import { temporaryFolder } from '@qzt/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDemonstration } from '../features/demonstration/index.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const qzt = (args: readonly string[], input = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { env: { PATH: process.env.PATH, DATA_DIR: folder } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });

test('every command explains itself in Chinese, and a wrong call is not a failure', {
  timeout: 60_000,
}, async () => {
  const { code, out } = await qzt(['--help']);
  expect(code).toBe(0);
  const commands = [...out.matchAll(/^ {2}([a-z]+(?:-[a-z]+)*) .*\p{Script=Han}/gmu)].map(
    ([, name]) => name,
  );
  for (const name of [
    'migrate',
    'backup',
    'restore',
    'verify-audit',
    'create-admin',
    'rotate-keys',
  ])
    expect(commands).toContain(name);
  expect(await qzt(['backup', '--help'])).toMatchObject({ code: 0, err: '' });
  expect(await qzt(['backup'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('缺少选项'),
  });
  expect(await qzt(['nonsense'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('没有命令'),
  });
});

test('commands work beside the product that runs on the data folder, and without it', {
  timeout: 60_000,
}, async () => {
  const server = await startEmbedded({
    dataDir: path.join(folder, 'postgres'),
    settings: { fsync: 'off' },
  });
  try {
    expect(await qzt(['migrate'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('已执行'),
    });
    expect(await qzt(['verify-audit'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('全部完整'),
    });
    expect(await qzt(['verify-audit', '--org', 'nowhere'])).toEqual({
      code: 1,
      out: '',
      err: '没有代码为 nowhere 的组织,请检查。\n',
    });
  } finally {
    await server.stop();
  }
  expect(await qzt(['migrate'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^数据库已是第 \d+ 版\n$/),
  });
});

test('committees are generated beside the running product where it holds invented ones already, and nowhere else', {
  timeout: 60_000,
}, async () => {
  const server = await startEmbedded({
    dataDir: path.join(folder, 'postgres'),
    settings: { fsync: 'off' },
  });
  try {
    expect(await qzt(['generate'])).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('请先停止它再生成'),
    });
    expect(await makeDemonstration(server.connection('owner'))).toBe(true);
    expect(await qzt(['generate', '--committees', '1'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^1\/1 个居委会,本次 \d+ 行.*\n完成/),
    });
  } finally {
    await server.stop();
  }
  expect(await qzt(['generate', '--committees', '1'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('1/1 个居委会,原来就有'),
  });
});
