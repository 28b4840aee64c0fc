import { exchangeEndpoints, maintainEndpoints } from '@qzt/contract/catalogue';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { exportCatalogue, importCatalogue, previewImport } from './exchange.service.ts';
import {
  type CatalogueGround,
  confirmItem,
  editItem,
  listCatalogue,
  offerItem,
  readMaintained,
} from './maintain.service.ts';

/** A whole catalogue in one body: a hundred items are some 200 kB. */
const FILE_LIMIT = 4 * 1024 * 1024;

/** The maintainer's work on the catalogue: list, versions, confirmation, withdrawal, the whole of it as a file. */
export function maintainRoutes(
  app: FastifyInstance,
  ground: CatalogueGround,
  options: MountOptions,
): void {
  mount(app, maintainEndpoints.listCatalogue, options, ({ actor }) => listCatalogue(ground, actor));
  mount(app, maintainEndpoints.readMaintained, options, ({ actor, params }) =>
    readMaintained(ground, actor, params.code),
  );
  mount(
    app,
    maintainEndpoints.editItem,
    options,
    ({ actor, params: { code }, version, repeat, body }) =>
      editItem(ground, actor, { code, version, repeat }, body),
  );
  mount(
    app,
    maintainEndpoints.confirmItem,
    options,
    ({ actor, params: { code }, version, repeat, body }) =>
      confirmItem(ground, actor, { code, version, repeat }, body),
  );
  for (const act of ['withdraw', 'restore'] as const)
    mount(
      app,
      maintainEndpoints[`${act}Item`],
      options,
      ({ actor, params: { code }, version, repeat, body }) =>
        offerItem(ground, actor, { code, version, repeat }, act, body),
    );
  const whole = { ...options, bodyLimit: FILE_LIMIT };
  mount(app, exchangeEndpoints.exportCatalogue, options, ({ actor }) =>
    exportCatalogue(ground, actor),
  );
  mount(app, exchangeEndpoints.previewImport, whole, ({ actor, body }) =>
    previewImport(ground, actor, body),
  );
  mount(app, exchangeEndpoints.importCatalogue, whole, ({ actor, body, repeat }) =>
    importCatalogue(ground, actor, body, repeat),
  );
}
