/**
 * A rule was broken. The code is for programs, the facts are for whoever words the message; how a code travels
 * (an HTTP status, a sentence in Chinese) is not decided here, so that the rules serve server and screens alike.
 *
 * Codes in use: `not-permitted` (facts: action or permission), `transition-not-allowed` (facts: type, status),
 * `invalid-input` (facts: path, reason).
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: DomainErrorCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

export const DOMAIN_ERROR_CODES = [
  'not-permitted',
  'transition-not-allowed',
  'invalid-input',
] as const;
export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/**
 * An input that breaks a rule of data: `path` in the request with dots (`data.instead.office`), `reason` a stable
 * code such as `required` or `too-early`.
 */
export function invalid(path: string, reason: string, more: Record<string, unknown> = {}) {
  return new DomainError('invalid-input', { path, reason, ...more });
}
