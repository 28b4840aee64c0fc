import { catalogueEndpoints as endpoints } from '@qzt/contract/catalogue';
import type { DangerHit } from '@qzt/contract/danger';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { localDate } from '../../platform/time.ts';
import type { Catalogue } from './catalogue.service.ts';

/** Recognises danger in words: it comes before whatever the finder says. */
interface DangerWords {
  inWords(words: string): DangerHit | undefined;
}

/** Questions a second from one address above which the finder asks to wait. */
const QUESTIONS = 24;

/** The item finder and the items: public, so that residents and the desk ask the same place. */
export function catalogueRoutes(
  app: FastifyInstance,
  catalogue: Catalogue,
  options: MountOptions & { readonly clock: Clock; readonly dangers: DangerWords },
): void {
  const today = () => localDate(options.clock.now());
  mount(app, endpoints.findItems, { ...options, perSecond: QUESTIONS }, async ({ query }) => {
    const found = await catalogue.find(query.q, query.limit, today());
    const danger = options.dangers.inWords(query.q);
    return danger ? { ...found, danger } : found;
  });
  mount(app, endpoints.readItem, options, ({ params }) => catalogue.read(params.code, today()));
}
