import { worklistEndpoints as endpoints } from '@qzt/contract/worklist';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readToday, readWorklist, type WorklistGround } from './worklist.service.ts';

export function worklistRoutes(
  app: FastifyInstance,
  ground: WorklistGround,
  options: MountOptions,
): void {
  mount(app, endpoints.readWorklist, options, ({ actor, params, query }) =>
    readWorklist(ground, actor, params.name, query.limit),
  );
  mount(app, endpoints.readToday, options, ({ actor, query }) =>
    readToday(ground, actor, query.limit),
  );
}
