import { printEndpoints as endpoints } from '@qzt/contract/reception';
import type { Paper } from '@qzt/domain/reception';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type MountOptions, mount } from '../../../platform/http/mount.ts';
import { type PaperGround, printItemNotice, printPaper } from './paper.service.ts';

/** Where the browser reached us: the resident's phone goes the same way, unless there is a public address. */
const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;

const PAPER_ENDPOINTS = {
  notice: endpoints.printNotice,
  receipt: endpoints.printReceipt,
  slip: endpoints.printSlip,
} as const satisfies Record<Paper, object>;

/** The papers that a resident takes home, as PDF. */
export function paperRoutes(
  app: FastifyInstance,
  ground: PaperGround,
  options: MountOptions,
): void {
  for (const [paper, endpoint] of Object.entries(PAPER_ENDPOINTS))
    mount(app, endpoint, options, ({ actor, params, query, request }) =>
      printPaper(ground, actor, {
        paper: paper as Paper,
        id: params.id,
        size: query.size,
        origin: originOf(request),
      }),
    );
  mount(app, endpoints.printItemNotice, options, ({ actor, params, query }) =>
    printItemNotice(ground, actor, { code: params.code, size: query.size }),
  );
}
