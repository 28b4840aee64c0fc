import type { ResidentPages, TrackPage } from '@qzt/contract/portal';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { toProblem } from '../../platform/problem.ts';
import { toOffset } from '../../platform/time.ts';
import { followCase, type PortalGround } from './track.service.ts';

/** Questions a second from one address above which whoever asks is to wait, as for every page. */
const QUESTIONS = 24;
const LONGEST = 400;

const send = (reply: FastifyReply, pages: ResidentPages, status: number, page: TrackPage) =>
  reply
    .status(status)
    // Step and date are of the holder of the code alone: no copy stays in a browser, a proxy or a search engine.
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8')
    .send(pages.track(page));

const codeIn = (query: unknown): string => {
  const { c } = query as { readonly c?: unknown };
  return typeof c === 'string' ? c.trim().slice(0, LONGEST) : '';
};

/**
 * `/track`: follow a case by the code from the notice or the second screen. Plain HTML without a session. A wrong code,
 * one of a confidential case and one of somebody who was erased get the same answer.
 */
export function portalRoutes(
  app: FastifyInstance,
  ground: PortalGround,
  pages: ResidentPages,
): void {
  app.get('/track', {
    schema: { hide: true },
    config: { rateLimit: { max: QUESTIONS, timeWindow: 1000 } },
    errorHandler: (error, request, reply) => {
      const { problem, retryAfter = 2 } = toProblem(error, request.id);
      if (problem.code === 'internal')
        request.log.error({ err: error, traceId: request.id }, 'request failed');
      reply.header('retry-after', String(retryAfter));
      const page: TrackPage =
        problem.code === 'slow-down'
          ? { state: 'slow', waitSeconds: retryAfter }
          : { state: 'away' };
      return send(reply, pages, problem.status, page);
    },
    handler: async (request, reply) => {
      const typed = codeIn(request.query);
      if (typed === '') return send(reply, pages, 200, { state: 'ask' });
      const view = await followCase(ground, typed);
      return view === undefined
        ? send(reply, pages, 404, { state: 'unknown', typed })
        : send(reply, pages, 200, { state: 'found', view, at: toOffset(ground.clock.now()) });
    },
  });
}
