import { handOverEndpoints as endpoints } from '@qzt/contract/hand-over';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import {
  giveHandOver,
  type HandOverGround,
  listHandOvers,
  previewHandOver,
  settle,
} from './hand-over.service.ts';

export function handOverRoutes(
  app: FastifyInstance,
  ground: HandOverGround,
  options: MountOptions,
): void {
  mount(app, endpoints.previewHandOver, options, ({ actor }) => previewHandOver(ground, actor));
  mount(app, endpoints.listHandOvers, options, ({ actor }) => listHandOvers(ground, actor));
  mount(app, endpoints.giveHandOver, options, ({ actor, body, repeat }) =>
    giveHandOver(ground, actor, body, repeat),
  );
  mount(app, endpoints.takeHandOver, options, ({ actor, params, version, repeat }) =>
    settle(ground, actor, 'taken', params.id, version, repeat),
  );
  mount(app, endpoints.withdrawHandOver, options, ({ actor, params, version, repeat }) =>
    settle(ground, actor, 'withdrawn', params.id, version, repeat),
  );
}
