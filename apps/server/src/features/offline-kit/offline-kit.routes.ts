import { offlineKitEndpoints as endpoints } from '@qzt/contract/offline-kit';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { type KitGround, printDangerCard, printKit, readKit } from './offline-kit.service.ts';

/** What a committee prints for the hour without net or power. */
export function offlineKitRoutes(
  app: FastifyInstance,
  ground: KitGround,
  options: MountOptions,
): void {
  mount(app, endpoints.readKit, options, ({ actor }) => readKit(ground, actor));
  mount(app, endpoints.printKit, options, ({ actor }) => printKit(ground, actor));
  mount(app, endpoints.printDangerCard, options, ({ actor }) => printDangerCard(ground, actor));
}
