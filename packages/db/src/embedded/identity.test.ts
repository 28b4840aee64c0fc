import { spawnSync } from 'node:child_process';
import { chown, cp, mkdir, readdir, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/index.ts';
import { chooseIdentity, disguise } from './identity.ts';
import { startEmbedded } from './index.ts';
import { findInstallation } from './installation.ts';

const settings = { fsync: 'off' };
let folder = '';

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A copy of the installation as npm unpacks it with install scripts forbidden: without links. */
async function copyWithoutLinks(target: string): Promise<void> {
  const { folder: source } = await findInstallation();
  const links = new Set(
    (await readdir(join(source, 'lib'), { withFileTypes: true }))
      .filter((entry) => entry.isSymbolicLink())
      .map((entry) => join(source, 'lib', entry.name)),
  );
  expect(links.size).toBeGreaterThan(0);
  await cp(source, target, {
    recursive: true,
    filter: (path) => !links.has(path) && !path.endsWith('.a'),
  });
}

test('makes the library links of a package whose install script did not run, from several processes at once', async () => {
  const copy = join(folder, 'native');
  await copyWithoutLinks(copy);
  const { folder: source } = await findInstallation();
  await Promise.all([1, 2, 3, 4].map(() => findInstallation(copy)));
  const names = async (of: string) =>
    (await readdir(join(of, 'lib'))).filter((name) => !name.endsWith('.a')).sort();
  expect(await names(copy)).toEqual(await names(source));
  expect(await readlink(join(copy, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
  expect(
    spawnSync(join(copy, 'bin', 'initdb'), ['--version'], { encoding: 'utf8' }).stdout,
  ).toMatch(/PostgreSQL\) 18/);
});

test('works in a home folder that only its user can enter, programs and data, also for root', async () => {
  const home = join(folder, 'home');
  await mkdir(home, { mode: 0o700 });
  await copyWithoutLinks(join(home, 'native'));
  const dataDir = join(home, 'var');
  const options = { dataDir, settings, installation: join(home, 'native') };
  const server = await startEmbedded(options);
  await ask(server.connection('owner'), 'create table kept as select 1 as one');
  await server.stop();
  expect((await stat(join(dataDir, 'data'))).uid).toBe(process.getuid?.());

  // Once others can pass through, root's server runs as another user: the data goes over to it, and back.
  const open = await startEmbedded({
    ...options,
    dataDir: await moved(dataDir, join(folder, 'var')),
    installation: (await findInstallation()).folder,
  });
  expect(await ask(open.connection('app', 'quanzoutong'), 'select current_user as name')).toEqual([
    { name: 'qzt_app' },
  ]);
  await open.stop();
  const back = await startEmbedded({
    ...options,
    dataDir: await moved(join(folder, 'var'), dataDir),
  });
  expect(await ask(back.connection('owner'), 'select one from kept')).toEqual([{ one: 1 }]);
  await back.stop();
});

async function moved(from: string, to: string): Promise<string> {
  // copies files with their owner and folders without
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  await rm(from, { recursive: true });
  return to;
}

test('works for an ordinary user', async () => {
  const place = join(folder, 'place');
  await mkdir(place);
  const identity = await chooseIdentity({
    programs: [[process.execPath, '--version']],
    folder: place,
    owner: undefined,
    prepare: ({ uid, gid }) => chown(place, uid, gid),
  });
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./index.ts', import.meta.url))};
    const server = await startEmbedded({ dataDir: process.argv[1], settings: { fsync: 'off' } });
    console.log(process.getuid() === 0 ? 'root' : 'user', server.connection('app').user);
    await server.stop();`;
  const command = disguise(identity, process.execPath, [
    '--input-type=module',
    '-e',
    script,
    join(place, 'db'),
  ]);
  const result = spawnSync(command.file, command.args, { ...command.options, encoding: 'utf8' });
  expect(result.stderr).toBe('');
  expect(result.stdout).toBe('user qzt_app\n');
});

test('says what stands in the way and what to do where no identity can work', async () => {
  const choice = { folder, owner: undefined, prepare: async () => undefined };
  await expect(
    chooseIdentity({ ...choice, programs: [['/nowhere/postgres', '--version']] }),
  ).rejects.toThrow(/不能运行 \/nowhere\/postgres.*[\s\S]*DATABASE_URL/);
  await expect(
    chooseIdentity({ ...choice, folder: join(folder, 'missing'), programs: [] }),
  ).rejects.toThrow(/不能进入或写入 .*missing[\s\S]*DATA_DIR/);
});
