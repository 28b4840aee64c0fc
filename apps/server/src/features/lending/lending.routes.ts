import { lendingEndpoints as endpoints } from '@qzt/contract/lending';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCursor } from '../../platform/page.ts';
import type { CaseGround } from '../reception/index.ts';
import { lend } from './lend.service.ts';
import { listLoans, readLoan } from './loan-list.service.ts';
import { stepLoan } from './loan-step.service.ts';
import { things } from './things.ts';

export function lendingRoutes(
  app: FastifyInstance,
  ground: CaseGround,
  options: MountOptions,
): void {
  mount(app, endpoints.listThings, options, async () => ({ items: [...(await things())] }));
  mount(app, endpoints.lend, options, ({ actor, body, repeat }) =>
    lend(ground, actor, body, repeat),
  );
  mount(app, endpoints.listLoans, options, ({ actor, query }) =>
    listLoans(ground, actor, { ...query, after: readCursor(query.cursor) }),
  );
  mount(app, endpoints.readLoan, options, ({ actor, params }) =>
    readLoan(ground, actor, params.id),
  );
  mount(app, endpoints.takeLoanStep, options, ({ actor, params, version, body, repeat }) =>
    stepLoan(ground, actor, params.id, version, body, repeat),
  );
}
