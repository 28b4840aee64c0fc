import { setupEndpoints as endpoints } from '@qzt/contract/org';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { type SetupGround, setUp, setupState } from './setup.service.ts';

/** The first minutes of an empty installation; open, because nobody can sign in yet. */
export function setupRoutes(
  app: FastifyInstance,
  ground: SetupGround,
  options: MountOptions,
): void {
  mount(app, endpoints.setupState, options, () => setupState(ground));
  mount(app, endpoints.setup, options, ({ body }) => setUp(ground, body));
}
