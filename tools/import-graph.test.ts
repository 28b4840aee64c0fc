import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { meaningOf, type Offence, readImports, ruleNames } from './import-graph.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Lays a little house in a temporary folder; each file is given by the specifiers it imports. */
async function cruiseHouse(house: Record<string, string[]>) {
  const root = mkdtempSync(join(tmpdir(), 'qzt-imports-'));
  folders.push(root);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, specifiers] of Object.entries(house)) {
    const lines = specifiers.map((s) =>
      s.startsWith('type ') ? `import type { a } from '${s.slice(5)}';` : `import '${s}';`,
    );
    put(path, `${lines.join('\n')}\nexport const a = 1;\n`);
  }
  const dependencies = { zod: '1', fastify: '1', pg: '1', 'temporal-polyfill': '1' };
  const shut = { dependencies: { ...dependencies, shut: '1' }, devDependencies: { dev: '1' } };
  put('package.json', JSON.stringify(shut));
  for (const name of [...Object.keys(shut.dependencies), 'dev', 'stray']) {
    const license = name === 'shut' ? 'GPL-3.0' : 'MIT';
    put(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, license, main: 'dist/index.js' }),
    );
    put(`node_modules/${name}/dist/index.js`, '');
  }
  return readImports(root, Object.keys(house));
}

const feature = (path: string) => `apps/server/src/features/${path}`;

/** One offence per rule: the importing file, what it imports, and the file that is hit. */
const offences: Record<string, [from: string, specifier: string, to: string]> = {
  'domain-depends-on-nothing': [
    'packages/domain/src/goal/a.ts',
    'zod',
    'node_modules/zod/dist/index.js',
  ],
  'contract-knows-zod-and-domain-only': ['packages/contract/src/goal/a.ts', 'node:fs', 'fs'],
  'search-runs-anywhere': ['packages/search/src/a.ts', 'node:path', 'path'],
  'search-takes-domain-types-only': [
    'packages/search/src/b.ts',
    '../../domain/src/goal/index.ts',
    'packages/domain/src/goal/index.ts',
  ],
  'db-knows-no-business': [
    'packages/db/src/a.ts',
    '../../domain/src/goal/index.ts',
    'packages/domain/src/goal/index.ts',
  ],
  'ui-knows-no-business': [
    'packages/ui/src/a.tsx',
    '../../domain/src/goal/index.ts',
    'packages/domain/src/goal/index.ts',
  ],
  'testkit-builds-from-the-domain': [
    'packages/testkit/src/a.ts',
    '../../db/src/index.ts',
    'packages/db/src/index.ts',
  ],
  'packages-know-no-app': [
    'packages/db/src/b.ts',
    '../../../apps/server/src/platform/log.ts',
    'apps/server/src/platform/log.ts',
  ],
  'apps-meet-over-http': [
    'apps/e2e/src/a.ts',
    '../../staff/src/desk/page.tsx',
    'apps/staff/src/desk/page.tsx',
  ],
  'only-stores-touch-the-database': [
    feature('goal/goal.service.ts'),
    '../../../../../packages/db/src/index.ts',
    'packages/db/src/index.ts',
  ],
  'routes-and-jobs-go-through-the-service': [
    feature('goal/goal.routes.ts'),
    './goal.store.ts',
    feature('goal/goal.store.ts'),
  ],
  'service-knows-no-http': [
    feature('goal/b.service.ts'),
    'fastify',
    'node_modules/fastify/dist/index.js',
  ],
  'features-meet-at-their-index': [
    feature('roster/a.ts'),
    '../goal/goal.store.ts',
    feature('goal/goal.store.ts'),
  ],
  'features-are-entered-by-their-index': [
    'apps/server/src/entry/a.ts',
    '../features/goal/goal.routes.ts',
    feature('goal/goal.routes.ts'),
  ],
  'rules-meet-at-their-index': [
    'packages/domain/src/roster/a.ts',
    '../goal/rule.ts',
    'packages/domain/src/goal/rule.ts',
  ],
  'platform-knows-no-feature': [
    'apps/server/src/platform/a.ts',
    '../features/goal/index.ts',
    feature('goal/index.ts'),
  ],
  'only-entry-starts': [
    'apps/server/src/platform/b.ts',
    '../entry/http.ts',
    'apps/server/src/entry/http.ts',
  ],
  'only-launchers-spawn': [feature('goal/b.ts'), 'node:child_process', 'child_process'],
  'browser-has-no-node': ['apps/staff/src/desk/a.ts', 'node:fs', 'fs'],
  'browser-has-no-server': [
    'apps/resident/src/a.ts',
    '../../../packages/db/src/index.ts',
    'packages/db/src/index.ts',
  ],
  'testkit-stays-in-tests': [
    feature('goal/c.ts'),
    '../../../../../packages/testkit/src/index.ts',
    'packages/testkit/src/index.ts',
  ],
  'tests-are-not-imported': [
    'packages/domain/src/goal/b.ts',
    './rule.test.ts',
    'packages/domain/src/goal/rule.test.ts',
  ],
  'no-cycles': ['packages/db/src/c.ts', './d.ts', 'packages/db/src/d.ts'],
  'no-orphans': ['apps/staff/src/desk/lonely.ts', '', 'apps/staff/src/desk/lonely.ts'],
  'imports-resolve': ['apps/staff/src/desk/b.ts', './nowhere.ts', './nowhere.ts'],
  'dependencies-are-declared': [
    'apps/staff/src/desk/c.ts',
    'stray',
    'node_modules/stray/dist/index.js',
  ],
  'product-needs-no-dev-dependency': [
    'apps/server/src/platform/c.ts',
    'dev',
    'node_modules/dev/dist/index.js',
  ],
  'licences-are-free': ['apps/staff/src/desk/d.ts', 'shut', 'node_modules/shut/dist/index.js'],
};

/** What the offences reach for; each of these is innocent. */
const innocents: Record<string, string[]> = {
  'packages/domain/src/goal/index.ts': ['./rule.ts'],
  'packages/domain/src/goal/rule.ts': ['temporal-polyfill'],
  'packages/domain/src/goal/rule.test.ts': [
    './rule.ts',
    '../../../testkit/src/index.ts',
    'node:fs',
  ],
  'packages/contract/src/shared/text.ts': ['zod'],
  'packages/contract/src/reception/index.ts': [
    '../shared/text.ts',
    '../../../domain/src/goal/index.ts',
  ],
  'packages/search/src/index.ts': ['type ../../domain/src/goal/index.ts'],
  'packages/testkit/src/index.ts': ['../../domain/src/goal/index.ts'],
  'packages/db/src/index.ts': ['pg'],
  'packages/db/src/embedded/launch.ts': ['node:child_process'],
  'apps/server/src/entry/http.ts': ['../platform/log.ts', '../features/goal/index.ts', 'fastify'],
  'apps/server/src/platform/log.ts': ['node:fs', '../../../../packages/db/src/index.ts'],
  [feature('goal/index.ts')]: ['./goal.routes.ts', './own.service.ts'],
  [feature('goal/goal.routes.ts')]: ['./own.service.ts', 'fastify'],
  [feature('goal/own.service.ts')]: ['./goal.store.ts'],
  [feature('goal/goal.store.ts')]: ['../../../../../packages/db/src/index.ts'],
  [feature('visit/visit.service.ts')]: ['../goal/index.ts'],
  [feature('demo/seed.ts')]: ['../../../../../packages/testkit/src/index.ts'],
  'apps/staff/src/desk/page.tsx': ['../../../../packages/contract/src/reception/index.ts'],
};

test('a house in order gives no offence, and every file of it is seen', async () => {
  const graph = await cruiseHouse(innocents);
  expect(graph.offences).toEqual([]);
  expect(graph.modules).toEqual(Object.keys(innocents).sort());
  expect(graph.imports).toContainEqual({
    from: 'packages/search/src/index.ts',
    to: 'packages/domain/src/goal/index.ts',
  });
});

test('every rule catches its offence, and no rule is without one', async () => {
  const house: Record<string, string[]> = { ...innocents, 'packages/db/src/d.ts': ['./c.ts'] };
  for (const [from, specifier] of Object.values(offences)) {
    house[from] = [...(house[from] ?? []), specifier].filter((s) => s !== '');
  }
  const { offences: found } = await cruiseHouse(house);
  expect(Object.keys(offences).sort()).toEqual(ruleNames().sort());
  for (const [rule, [from, , to]] of Object.entries(offences)) {
    expect(found).toContainEqual({ rule, from, to } satisfies Offence);
    expect(meaningOf(rule).length).toBeGreaterThan(30);
  }
});

test('a type-only import is held to the same arrows', async () => {
  const from = feature('goal/typed.service.ts');
  const { offences: found } = await cruiseHouse({ ...innocents, [from]: ['type fastify'] });
  expect(found.map(({ rule }) => rule)).toContain('service-knows-no-http');
});
