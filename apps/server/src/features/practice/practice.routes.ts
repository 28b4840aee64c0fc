import { practiceEndpoints as endpoints } from '@qzt/contract/practice';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { signedInBy } from '../org/index.ts';
import {
  type PracticeGround,
  readFirstDay,
  restartPractice,
  switchPractice,
} from './practice.service.ts';

/** Into practice and out of it, back to its beginning, and the exercises of the first day. */
export function practiceRoutes(
  app: FastifyInstance,
  ground: PracticeGround,
  options: MountOptions,
): void {
  const { sessions } = ground;
  mount(app, endpoints.switchPractice, options, async ({ body, request }) => {
    await switchPractice(ground, await signedInBy(request, sessions), body.on);
    return sessions.fullView(await signedInBy(request, sessions));
  });
  mount(app, endpoints.restartPractice, options, ({ actor }) => restartPractice(ground, actor));
  mount(app, endpoints.readFirstDay, options, ({ actor }) => readFirstDay(ground, actor));
}
