import type { ProblemCode } from '@qzt/contract';

export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/**
 * What a service refuses, by the code of the contract. It knows no HTTP: the converter does.
 * `detail` is said to a person, in Chinese; `version` is the one that is current after a conflict.
 */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly faults: readonly Fault[];
  readonly version: number | undefined;
  readonly waitSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    facts: {
      detail?: string;
      faults?: readonly Fault[];
      version?: number;
      waitSeconds?: number;
    } = {},
  ) {
    super(facts.detail ?? code);
    this.code = code;
    this.detail = facts.detail;
    this.faults = facts.faults ?? [];
    this.version = facts.version;
    this.waitSeconds = facts.waitSeconds;
  }
}

/** One field is wrong: says where and what to do. */
export const wrongField = (path: string, message: string, code = 'invalid'): Refusal =>
  new Refusal('invalid-input', { faults: [{ path, code, message }] });

/** What is named does not exist for this person, which is all that may be said of it. */
export const notFound = (detail?: string): Refusal =>
  new Refusal('not-found', detail === undefined ? {} : { detail });
