import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { Refusal } from '../refusal.ts';

const pathOf = (path: PropertyKey[], keys: readonly string[] = []): string =>
  [...path, ...keys.slice(0, 1)].map(String).join('.');

/** What zod found wrong, as the fields of a problem document. */
const faultsOf = (error: z.ZodError) =>
  error.issues.map((issue) => ({
    path: pathOf(issue.path, issue.code === 'unrecognized_keys' ? issue.keys : []),
    code: issue.code.replaceAll('_', '-'),
    message: issue.message,
  }));

/** Undefined for nesting without end, which exhausts the stack of whoever walks through it. */
function parse(schema: z.ZodType, data: unknown) {
  try {
    return schema.safeParse(data);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Validates with the contract's own schemas. An address that cannot name anything is not found; anything else that is
 * wrong is `invalid-input` with its fields.
 */
export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const parsed = parse(schema, data);
    if (parsed === undefined) return { error: new Refusal('invalid-input') };
    if (parsed.success) return { value: parsed.data };
    return {
      error:
        httpPart === 'params'
          ? new Refusal('not-found')
          : new Refusal('invalid-input', { faults: faultsOf(parsed.error) }),
    };
  };

class AnswerDrift extends Error {}

/** Answers are typed by the contract. With `checked` (in tests) each is also held against its schema. */
export const serialize =
  (checked: boolean) =>
  ({ schema }: { schema: unknown }) =>
  (data: unknown): string => {
    if (checked) {
      const parsed = (schema as z.ZodType).safeParse(data);
      if (!parsed.success) throw new AnswerDrift(JSON.stringify(parsed.error.issues));
    }
    return JSON.stringify(data);
  };
