import { promiseEndpoints as endpoints } from '@qzt/contract/promise';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCalendar, setCalendarYear } from './calendar.service.ts';
import { readHours, setHours } from './hours.service.ts';
import { readPresence, setPresence } from './presence.service.ts';
import type { PromiseGround } from './promise-ground.ts';
import { listPromises } from './promise-list.service.ts';

/** Working time, what is owed, and who is there. */
export function promiseRoutes(
  app: FastifyInstance,
  ground: PromiseGround,
  options: MountOptions,
): void {
  mount(app, endpoints.readCalendar, options, ({ actor, params }) =>
    readCalendar(ground, actor, params.year),
  );
  mount(app, endpoints.setCalendarYear, options, ({ actor, params, version, body }) =>
    setCalendarYear(ground, actor, params.year, version, body),
  );
  mount(app, endpoints.readHours, options, ({ actor, query }) =>
    readHours(ground, actor, query.committeeId),
  );
  mount(app, endpoints.setHours, options, ({ actor, version, body }) =>
    setHours(ground, actor, version, body),
  );
  mount(app, endpoints.listPromises, options, ({ actor, query }) =>
    listPromises(ground, actor, query.limit),
  );
  mount(app, endpoints.readPresence, options, ({ actor, params }) =>
    readPresence(ground, actor, params.date),
  );
  mount(app, endpoints.setPresence, options, ({ actor, params, version, body }) =>
    setPresence(ground, actor, params.date, version, body),
  );
}
