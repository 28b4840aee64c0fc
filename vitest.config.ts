import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';

/**
 * Which tests run is chosen by `--mode`:
 * - none given: `unit` (no database) and `database` (one embedded PostgreSQL, a clone per test file);
 * - `e2e`: the started product in Chromium;
 * - `long`: fault, load and restore runs (`*.long.test.ts`).
 */
const databaseRooms = '{packages/db,apps/server}';
const otherRooms =
  '{packages/{domain,contract,search,ui,testkit},apps/{staff,resident,e2e},bench,content,tools}';
const longTests = '**/*.long.test.ts';
const databaseSetup = ['packages/db/src/testing/global-setup.ts'];

/** A test without an assertion cannot fail, so it fails. */
const shared = {
  environment: 'node',
  expect: { requireAssertions: true },
  testTimeout: 15_000,
  hookTimeout: 60_000,
} as const;

const unit: TestProjectConfiguration = {
  test: {
    ...shared,
    name: 'unit',
    include: [`${otherRooms}/**/*.test.{ts,tsx}`],
    exclude: [...configDefaults.exclude, '**/dist/**', longTests],
  },
};

const database: TestProjectConfiguration = {
  test: {
    ...shared,
    name: 'database',
    include: [`${databaseRooms}/**/*.test.ts`],
    exclude: [...configDefaults.exclude, longTests],
    globalSetup: databaseSetup,
  },
};

/** The long runs and the browser runs measure or fill the machine: one file at a time. */
const long: TestProjectConfiguration = {
  test: {
    ...shared,
    name: 'long',
    include: [longTests],
    globalSetup: databaseSetup,
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
};

const e2e: TestProjectConfiguration = {
  test: {
    ...shared,
    name: 'e2e',
    include: ['apps/e2e/src/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
};

const projectsByMode: Record<string, TestProjectConfiguration[]> = { e2e: [e2e], long: [long] };

export default defineConfig(({ mode }) => ({
  test: {
    projects: projectsByMode[mode] ?? [unit, database],
    maxWorkers: 2,
    allowOnly: false,
    passWithNoTests: false,
    teardownTimeout: 30_000,
  },
}));
