import { householdEndpoints as endpoints } from '@qzt/contract/household';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/transact.ts';
import { searchResidents, showPhone } from './household.service.ts';

export function householdRoutes(app: FastifyInstance, ground: Ground, options: MountOptions): void {
  mount(app, endpoints.searchResidents, options, ({ actor, body }) =>
    searchResidents(ground, actor, body),
  );
  mount(app, endpoints.showPhone, options, ({ actor, body }) => showPhone(ground, actor, body));
}
