import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

export type FileMedia =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * One endpoint as both sides read it: the server mounts it, the screens call it, the OpenAPI document describes it.
 * `writes` endpoints demand an `Idempotency-Key`; `versioned` ones also demand `If-Match`.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly description: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly answer?: z.ZodType;
  /** What the answer is where it is a file: a paper to print, a table to open. */
  readonly media?: FileMedia;
  readonly open?: boolean;
  readonly writes?: boolean;
  readonly versioned?: boolean;
  readonly problems: readonly ProblemCode[];
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>;
export type QueryOf<E extends Endpoint> = Parsed<E['query']>;
export type BodyOf<E extends Endpoint> = Parsed<E['body']>;
export type AnswerOf<E extends Endpoint> = Parsed<E['answer']>;
export type SentBodyOf<E extends Endpoint> = Sent<E['body']>;

/** Keeps the literal types of an endpoint while checking its shape. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
