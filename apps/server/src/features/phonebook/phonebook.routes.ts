import { phonebookEndpoints as endpoints } from '@qzt/contract/phonebook';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/transact.ts';
import {
  addPhone,
  changePhone,
  listPhones,
  removePhone,
  revealPhone,
} from './phonebook.service.ts';

export function phonebookRoutes(app: FastifyInstance, ground: Ground, options: MountOptions): void {
  mount(app, endpoints.listPhones, options, ({ actor }) => listPhones(ground, actor));
  mount(app, endpoints.revealPhone, options, ({ actor, params, body }) =>
    revealPhone(ground, actor, params.id, body.purpose),
  );
  mount(app, endpoints.addPhone, options, ({ actor, body, repeat }) =>
    addPhone(ground, actor, body, repeat),
  );
  mount(app, endpoints.changePhone, options, ({ actor, params, version, body }) =>
    changePhone(ground, actor, params.id, version, body),
  );
  mount(app, endpoints.removePhone, options, ({ actor, params, version }) =>
    removePhone(ground, actor, params.id, version),
  );
}
