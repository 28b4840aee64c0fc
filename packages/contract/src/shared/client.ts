import type { AnswerOf, Endpoint, SentBodyOf } from './endpoint.ts';
import type { Problem } from './problem.ts';

/** What the server refused, as its problem document says. Screens switch on `problem.code`. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export interface Call<E extends Endpoint> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: SentBodyOf<E>;
  /** For a write: the same key for every retry of one act of one person. */
  readonly key?: string;
  /** For a versioned write: the version that the person saw. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** Where an endpoint is asked: for addresses that a browser opens itself, such as a paper to print. */
export const addressOf = (
  endpoint: Endpoint,
  call: Pick<Call<Endpoint>, 'params' | 'query'>,
): string => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(call.params?.[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
};

/**
 * A typed client over `fetch`. `base` is empty in a browser of the same origin.
 * Errors: `ProblemError` for whatever the server refused; network errors pass through unchanged, so that a caller
 * can send the same key again.
 */
export const makeClient =
  (base = '', send: typeof fetch = (...args) => fetch(...args)) =>
  async <E extends Endpoint>(endpoint: E, call: Call<E> = {}): Promise<AnswerOf<E>> => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    if (call.key !== undefined) headers['idempotency-key'] = call.key;
    if (call.version !== undefined) headers['if-match'] = `"${call.version}"`;
    const response = await send(base + addressOf(endpoint, call as Call<Endpoint>), {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
    if (!response.ok) throw new ProblemError((await response.json()) as Problem);
    return (response.status === 204 ? undefined : await response.json()) as AnswerOf<E>;
  };

export type Client = ReturnType<typeof makeClient>;
