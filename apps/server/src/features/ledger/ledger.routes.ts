import { ledgerEndpoints as endpoints } from '@qzt/contract/ledger';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCursor } from '../../platform/page.ts';
import { spreadsheet } from '../../platform/spreadsheet/index.ts';
import { takeRegister } from './export.service.ts';
import type { LedgerGround } from './ledger-ground.ts';
import { readRegister } from './register.service.ts';
import { headOf, sheetOf } from './sheet.ts';
import { readTrips } from './trips.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function ledgerRoutes(
  app: FastifyInstance,
  ground: LedgerGround,
  options: MountOptions,
): void {
  mount(app, endpoints.readRegister, options, ({ actor, params, query }) =>
    readRegister(ground, actor, params.register, { ...query, after: readCursor(query.cursor) }),
  );
  mount(app, endpoints.exportRegister, options, async ({ actor, params, body, reply }) => {
    const { register } = params;
    const taken = await takeRegister(ground, actor, register, body);
    const head = headOf(actor, register, body, body.purpose, taken);
    const file = await spreadsheet(sheetOf(register, head, taken));
    reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="${register}-${body.from}.xlsx"`);
    return file;
  });
  mount(app, endpoints.readTrips, options, ({ actor, query }) => readTrips(ground, actor, query));
}
