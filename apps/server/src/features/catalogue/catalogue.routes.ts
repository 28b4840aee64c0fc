import { catalogueEndpoints as endpoints } from '@qzt/contract/catalogue';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { localDate } from '../../platform/time.ts';
import type { Catalogue } from './catalogue.service.ts';

/** Questions a second from one address above which the finder asks to wait. */
const QUESTIONS = 24;

/** The item finder and the items: public, so that residents and the desk ask the same place. */
export function catalogueRoutes(
  app: FastifyInstance,
  catalogue: Catalogue,
  options: MountOptions & { readonly clock: Clock },
): void {
  const today = () => localDate(options.clock.now());
  mount(app, endpoints.findItems, { ...options, perSecond: QUESTIONS }, ({ query }) =>
    catalogue.find(query.q, query.limit, today()),
  );
  mount(app, endpoints.readItem, options, ({ params }) => catalogue.read(params.code, today()));
}
