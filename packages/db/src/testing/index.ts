export { temporaryFolder } from './temporary-folder.ts';
export { emptyDatabase, type TestDatabase, testDatabase } from './test-database.ts';
