import { ledgerEndpoints as endpoints } from '@qzt/contract/ledger';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCursor } from '../../platform/page.ts';
import { exportRegister, type FileGround, printRegister } from './file.service.ts';
import { readRegister } from './register.service.ts';
import { readTrips } from './trips.service.ts';

export function ledgerRoutes(
  app: FastifyInstance,
  ground: FileGround,
  options: MountOptions,
): void {
  mount(app, endpoints.readRegister, options, ({ actor, params, query }) =>
    readRegister(ground, actor, params.register, { ...query, after: readCursor(query.cursor) }),
  );
  mount(app, endpoints.readTrips, options, ({ actor, query }) => readTrips(ground, actor, query));
  mount(app, endpoints.exportRegister, options, ({ actor, params, body }) =>
    exportRegister(ground, actor, params.register, body),
  );
  mount(app, endpoints.printRegister, options, ({ actor, params, body }) =>
    printRegister(ground, actor, params.register, body),
  );
}
