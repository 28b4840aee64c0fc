export { type BackupPlan, type BackupResult, backup } from './backup.ts';
export { BackupError, type BackupErrorCode } from './backup-error.ts';
export { KEY_TABLES } from './manifest.ts';
export { type RestorePlan, type RestoreResult, restore } from './restore.ts';
export { type VerifiedBackup, verifyBackup } from './verify.ts';
