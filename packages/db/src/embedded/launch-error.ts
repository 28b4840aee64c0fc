/** Why the server or its schema could not be made ready; a caller may branch on it. */
export type LaunchErrorCode =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'binaries-unlinked'
  | 'path-not-absolute'
  | 'folder-not-writable'
  | 'foreign-folder'
  | 'no-usable-identity'
  | 'in-use'
  | 'other-major-version'
  | 'initdb-failed'
  | 'leftover-process'
  | 'start-failed'
  | 'server-died'
  | 'role-missing'
  | 'migration-failed';

/** An error of the launcher. The message is Chinese, made for people, and says what to do. */
export class LaunchError extends Error {
  readonly code: LaunchErrorCode;

  constructor(code: LaunchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LaunchError';
    this.code = code;
  }
}

/** The `code` of a system error (`ENOENT`, …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return undefined;
}
