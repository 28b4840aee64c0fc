/** Why a backup or a restore was refused; a caller may branch on it. */
export type BackupErrorCode =
  | 'places-overlap'
  | 'exists'
  | 'not-permitted'
  | 'not-migrated'
  | 'damaged'
  | 'mismatched'
  | 'unsupported'
  | 'not-empty';

/** An error of backup or restore. The message is Chinese, made for people, and says what to do. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}
