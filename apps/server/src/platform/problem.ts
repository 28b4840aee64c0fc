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

/** What each reason of the rules means to the person who filled the field. */
const REASONS: Readonly<Record<string, string>> = {
  required: '请填写',
  itself: '不能和自己重复,请选另一个办件',
  'unknown-office': '没有这个科室或受理中心,请从名单里选',
  'unknown-worker': '没有这位同事,或已离岗,请从名单里选',
  'too-few': '至少联系三次才算联系不上,请补上次数',
  'not-a-time': '没有这个时间,请检查',
  'too-early': '要晚于现在的期限',
  'more-than-out': '没有借出这么多,请看还差几件',
  'out-of-range': '评分超出范围',
  'not-a-date': '没有这一天,请检查',
  'not-an-instant': '没有这个时间,请检查',
  'nothing-to-rule': '这一行只填问谁,不定能不能开',
  'in-past': '第一天已经过去了:请改成今天或以后,真要从过去算起,请写明为什么',
  'no-text': '这个事项还没有步骤和问法,请先写好再核实',
  'forbidden-by-list': '清单写明不开的,不能定为可以开',
};

function domainProblem(error: DomainError, traceId: string): Answer {
  const code = isProblemCode(error.code) ? error.code : 'internal';
  const { path, reason } = error.facts;
  const fields =
    typeof path === 'string'
      ? [{ path, code: String(reason), message: REASONS[String(reason)] ?? PROBLEMS[code].title }]
      : undefined;
  return {
    problem: make(code, traceId, {
      ...(error.message === '' || error.message === error.code ? {} : { detail: error.message }),
      ...(fields ? { fields } : {}),
    }),
    retryAfter: undefined,
  };
}

/** The database is away: shutting down, starting, gone, out of places. Whoever asks again soon may be served. */
const AWAY = /^(57P0[123]|08\w{3}|53\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/;
const AWAY_WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;
const AGAIN_SECONDS = 2;

export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return AWAY.test(code) || AWAY_WORDS.test(error.message);
}

/**
 * The one place where an error becomes an answer. What is not known stays hidden behind `internal`: the caller of this
 * function logs it once, with the trace id that the person can name.
 */
export function toProblem(error: unknown, traceId: string): Answer {
  if (error instanceof Refusal) return refusalProblem(error, traceId);
  if (error instanceof DomainError) return domainProblem(error, traceId);
  if (databaseIsAway(error))
    return { problem: make('not-ready', traceId), retryAfter: AGAIN_SECONDS };
  const fault = error as HttpFault;
  const code = TRANSPORT[fault.statusCode ?? 500] ?? 'internal';
  return { problem: make(code, traceId), retryAfter: undefined };
}
