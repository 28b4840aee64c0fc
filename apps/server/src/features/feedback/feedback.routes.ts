import { feedbackEndpoints as endpoints } from '@qzt/contract/feedback';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCursor } from '../../platform/page.ts';
import {
  answerFeedback,
  type FeedbackGround,
  listFeedback,
  writeFeedback,
} from './feedback.service.ts';

/** What people think of the product and the work with it, and the answers. */
export function feedbackRoutes(
  app: FastifyInstance,
  ground: FeedbackGround,
  options: MountOptions,
): void {
  mount(app, endpoints.writeFeedback, options, ({ actor, body, repeat }) =>
    writeFeedback(ground, actor, body, repeat),
  );
  mount(app, endpoints.listFeedback, options, ({ actor, query }) =>
    listFeedback(ground, actor, { ...query, after: readCursor(query.cursor) }),
  );
  mount(app, endpoints.answerFeedback, options, ({ actor, params, version, body }) =>
    answerFeedback(ground, actor, params.id, version, body.text),
  );
}
