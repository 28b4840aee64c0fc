import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@qzt/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { Keyring } from '../keys/index.ts';
import type { MadeFile } from '../made-file.ts';
import { Refusal } from '../refusal.ts';
import { bodyMac, type Repeat } from '../repeat.ts';
import { answersOf } from './document.ts';
import { sendFile } from './file-answer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    sessionId: string | null;
    repeat: Repeat | null;
  }
}

/** What a handler gets: the parsed request and who asks. A handler knows its service and no HTTP beyond this. */
export interface Asked<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly actor: Actor;
  readonly repeat: Repeat;
  readonly version: number;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface MountOptions {
  readonly keyring: Keyring;
  /** Requests a second from one address above which the caller is asked to wait. */
  readonly perSecond?: number;
  /** Bytes of a body; the server's own limit unless said otherwise. */
  readonly bodyLimit?: number;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const ETAG = /^(?:W\/)?"?(\d{1,9})"?$/;

function requireKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal('idempotency-key-required');
  return key;
}

function requireVersion(request: FastifyRequest): number {
  const given = request.headers['if-match'];
  if (given === undefined) throw new Refusal('version-required');
  const found = ETAG.exec(given.trim());
  if (!found?.[1]) throw new Refusal('malformed', { detail: 'If-Match 要写成 "3" 这样的版本号' });
  return Number(found[1]);
}

/**
 * Puts an endpoint of the contract on the server: session, keys and versions are demanded as the contract says, then the
 * schema is checked, then the handler runs.
 */
export function mount<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  { keyring, perSecond, bodyLimit }: MountOptions,
  handler: (asked: Asked<E>) => Promise<unknown>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    schema: {
      summary: endpoint.summary,
      description: endpoint.description,
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body ? { body: endpoint.body } : {}),
      response: answersOf(endpoint),
    },
    config: {
      open: endpoint.open ?? false,
      writes: endpoint.writes ?? false,
      versioned: endpoint.versioned ?? false,
      rateLimit: perSecond === undefined ? false : { max: perSecond, timeWindow: 1000 },
    },
    preValidation: async (request) => {
      if (!endpoint.writes) return;
      request.repeat = {
        key: requireKey(request),
        route: `${endpoint.method} ${request.routeOptions.url} ${JSON.stringify(request.params)}`,
        bodyMac: bodyMac(keyring, request.body),
        status: endpoint.status,
      };
    },
    handler: async (request, reply) => {
      const asked = {
        params: request.params,
        query: request.query,
        body: request.body,
        actor: request.actor,
        repeat: request.repeat,
        version: endpoint.versioned ? requireVersion(request) : 0,
        request,
        reply,
      } as unknown as Asked<E>;
      const answer = await handler(asked);
      if (endpoint.media) return sendFile(reply, endpoint.media, answer as MadeFile);
      reply.status(endpoint.status);
      return endpoint.status === 204 ? reply.send() : answer;
    },
  });
}
