import { expect } from 'vitest';
import type { Answer } from '../../testing/product.ts';

const CHINESE = /\p{Script=Han}/u;

interface ProblemBody {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly traceId: string;
  readonly detail?: string;
  readonly current?: { readonly version: number };
  readonly fields?: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: string;
  }[];
}

/** Holds a refusal against the contract's form of errors, and answers its body. */
export function refused(answer: Answer, status: number, code: string): ProblemBody {
  const problem = answer.body as ProblemBody;
  expect({ status: answer.status, code: problem.code }, JSON.stringify(problem)).toEqual({
    status,
    code,
  });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(problem).toMatchObject({
    type: expect.any(String),
    title: expect.stringMatching(CHINESE),
    status,
    traceId: expect.stringMatching(/\S/),
  });
  for (const field of problem.fields ?? [])
    expect(field).toMatchObject({
      path: expect.any(String),
      code: expect.stringMatching(/\S/),
      message: expect.stringMatching(CHINESE),
    });
  return problem;
}
