import { CommanderError } from 'commander';
import { ConfigError } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';

/** Errors whose message was written for whoever runs the command. */
const FOR_PEOPLE = ['LaunchError', 'KeyringError', 'BackupError', 'CommandError'];

const FAILED = 1;
const WRONG_CALL = 2;

/** Says what went wrong and answers the exit code: 1 it failed, 2 it was called wrongly. */
export function sayFailure(error: Error): number {
  // The library has said it already; it ends so after --help too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_CALL;
  process.stderr.write(`${textOf(error)}\n`);
  return FAILED;
}

function textOf(error: Error): string {
  if (error instanceof Refusal)
    return [error.detail, ...error.faults.map(({ message }) => message)]
      .filter((line) => line !== undefined)
      .join('\n');
  if (error instanceof ConfigError || FOR_PEOPLE.includes(error.name)) return error.message;
  return error.stack ?? error.message;
}
