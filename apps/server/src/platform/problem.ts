import { PROBLEMS, type Problem, type ProblemCode } from '@qzt/contract';
import { DomainError } from '@qzt/domain/shared';
import { Refusal } from './refusal.ts';

/** Codes of the domain that the contract has under the same name; any other is a fault of ours. */
const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

interface HttpFault {
  readonly statusCode?: number;
  readonly code?: string;
  readonly validation?: readonly unknown[];
  readonly validationContext?: string;
}

/** What Fastify itself refuses before a handler runs. */
const TRANSPORT: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media',
  429: 'slow-down',
};

export interface Answer {
  readonly problem: Problem;
  readonly retryAfter: number | undefined;
}

const make = (code: ProblemCode, traceId: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:quanzoutong:problem:${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  code,
  traceId,
  ...more,
});

function refusalProblem(refusal: Refusal, traceId: string): Answer {
  return {
    problem: make(refusal.code, traceId, {
      ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
      ...(refusal.version === undefined ? {} : { current: { version: refusal.version } }),
      ...(refusal.faults.length === 0 ? {} : { fields: [...refusal.faults] }),
    }),
    retryAfter: refusal.waitSeconds,
  };
}

function domainProblem(error: DomainError, traceId: string): Answer {
  const code = isProblemCode(error.code) ? error.code : 'internal';
  const { path, reason } = error.facts;
  const fields =
    typeof path === 'string'
      ? [{ path, code: 'invalid', message: typeof reason === 'string' ? reason : PROBLEMS[code].title }]
      : undefined;
  return {
    problem: make(code, traceId, {
      ...(error.message === '' || error.message === error.code ? {} : { detail: error.message }),
      ...(fields ? { fields } : {}),
    }),
    retryAfter: undefined,
  };
}

/**
 * The one place where an error becomes an answer. What is not known stays hidden behind `internal`: the caller of this
 * function logs it once, with the trace id that the person can name.
 */
export function toProblem(error: unknown, traceId: string): Answer {
  if (error instanceof Refusal) return refusalProblem(error, traceId);
  if (error instanceof DomainError) return domainProblem(error, traceId);
  const fault = error as HttpFault;
  const code = TRANSPORT[fault.statusCode ?? 500] ?? 'internal';
  return { problem: make(code, traceId), retryAfter: undefined };
}
