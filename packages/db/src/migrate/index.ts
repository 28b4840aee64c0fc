export { MIGRATION_TABLE, migrate } from './migrate.ts';
export { fingerprint, MIGRATIONS, type Migration, readMigrations } from './migration-files.ts';
export { connectionAs, ensureRoles } from './outside-roles.ts';
