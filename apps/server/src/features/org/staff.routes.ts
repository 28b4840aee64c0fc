import { staffEndpoints as endpoints } from '@qzt/contract/org';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { leave } from './leave.service.ts';
import { changeStaff, createStaff, listStaff, resetPassword } from './staff.service.ts';
import type { StaffGround } from './staff-ground.ts';
import { createUnit, listOrg } from './unit.service.ts';

/** Organisations and the people in them. */
export function staffRoutes(
  app: FastifyInstance,
  ground: StaffGround,
  options: MountOptions,
): void {
  mount(app, endpoints.listOrg, options, ({ actor }) => listOrg(ground, actor));
  mount(app, endpoints.createUnit, options, ({ actor, body, repeat }) =>
    createUnit(ground, actor, body, repeat),
  );
  mount(app, endpoints.listStaff, options, ({ actor, query }) =>
    listStaff(ground, actor, query.orgId),
  );
  mount(app, endpoints.createStaff, options, ({ actor, body, repeat }) =>
    createStaff(ground, actor, body, repeat),
  );
  mount(app, endpoints.changeStaff, options, ({ actor, params, version, body }) =>
    changeStaff(ground, actor, params.id, version, body),
  );
  mount(app, endpoints.resetPassword, options, ({ actor, params, body }) =>
    resetPassword(ground, actor, params.id, body.password),
  );
  mount(app, endpoints.leave, options, ({ actor, params, version, body, repeat }) =>
    leave(ground, actor, params.id, version, body, repeat),
  );
}
