import { ProblemError } from '@qzt/contract';

/** What went wrong, as a screen needs it: a sentence that says what to do and messages by field. */
export interface Trouble {
  /** `refused`: the server said no and nothing was written. `unknown`: nobody can say whether it arrived. */
  readonly outcome: 'refused' | 'unknown';
  readonly code: string | null;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: number | null;
}

const UNREACHABLE = '连不上服务器,您写的内容还在,请检查网络后再试一次';

/** `/needs/0/words`, `body.needs[0].words` and `needs.0.words` name the same field. */
const plainPath = (path: string): string =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/^body\./, '');

/** Reads whatever a call threw. A busy or failed server leaves the outcome open, so the same key is sent again. */
export const troubleOf = (error: unknown): Trouble => {
  if (!(error instanceof ProblemError))
    return { outcome: 'unknown', code: null, title: UNREACHABLE, fields: {}, version: null };
  const { problem } = error;
  const open = problem.status >= 500 || problem.code === 'idempotency-busy';
  return {
    outcome: open ? 'unknown' : 'refused',
    code: problem.code,
    title: problem.detail ?? problem.title,
    fields: Object.fromEntries((problem.fields ?? []).map((f) => [plainPath(f.path), f.message])),
    version: problem.current?.version ?? null,
  };
};

interface ZodLike {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** What the contract's own shapes say before anything is sent: the first message of each field, by the same paths. */
export const fieldsOf = (error: ZodLike): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= issue.message;
  return fields;
};

/** Whether the session has ended, so that the person must sign in again. */
export const sessionEnded = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'session-required';
