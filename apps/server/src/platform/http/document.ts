import { type Endpoint, PROBLEMS, Problem, type ProblemCode } from '@qzt/contract';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** What any endpoint can answer, whatever it says of itself. */
const ALWAYS: readonly ProblemCode[] = ['malformed', 'too-large', 'unsupported-media', 'internal'];

function codesOf(endpoint: Endpoint): readonly ProblemCode[] {
  return [
    ...endpoint.problems,
    ...(endpoint.open ? [] : (['session-required'] as const)),
    ...(endpoint.writes
      ? (['idempotency-key-required', 'idempotency-mismatch', 'idempotency-busy'] as const)
      : []),
    ...(endpoint.versioned ? (['version-required', 'version-conflict'] as const) : []),
    ...ALWAYS,
  ];
}

/** The answers of an endpoint by status, each with the codes that a program can meet there. */
export function answersOf(endpoint: Endpoint): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codesOf(endpoint)), (code) => PROBLEMS[code].status);
  const problems = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: codes.join(' · '),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ]);
  const file = endpoint.media && {
    description: 'The file itself.',
    content: { [endpoint.media]: { schema: z.string().meta({ format: 'binary' }) } },
  };
  return {
    [endpoint.status]: file ?? endpoint.answer ?? z.null().describe('nothing'),
    ...Object.fromEntries(problems),
  };
}

interface RouteConfig {
  readonly open?: boolean;
  readonly writes?: boolean;
  readonly versioned?: boolean;
}

const KEY_HEADER = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'The same for every retry of one act; the answer is kept for 7 days.',
};
const VERSION_HEADER = { type: 'string', description: 'The version that the person saw: "3"' };

/**
 * The schemas of a route as OpenAPI reads them, with the headers that `mount` demands by itself (so that a missing one
 * gets its own code and not `invalid-input`).
 */
export const documented: typeof jsonSchemaTransform = (route) => {
  const { schema, url } = jsonSchemaTransform(route);
  const config = (route.route.config ?? {}) as RouteConfig;
  const headers = {
    ...(config.writes ? { 'Idempotency-Key': KEY_HEADER } : {}),
    ...(config.versioned ? { 'If-Match': VERSION_HEADER } : {}),
  };
  const asked = Object.keys(headers);
  return {
    url,
    schema: {
      ...schema,
      tags: [url.split('/')[3] ?? ''],
      ...(config.open ? { security: [] } : {}),
      ...(asked.length > 0
        ? { headers: { type: 'object', properties: headers, required: asked } }
        : {}),
    },
  };
};
