import { householdEndpoints } from '@qzt/contract/household';
import { caseEndpoints, encounterEndpoints, ratingEndpoints } from '@qzt/contract/reception';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCursor } from '../../platform/page.ts';
import { showCaller } from './caller.service.ts';
import type { CaseGround } from './case-ground.ts';
import { listCases } from './case-list.service.ts';
import { addEvent } from './case-step.service.ts';
import { createCase } from './create-case.service.ts';
import { createEncounter, listEncounters, readEncounter } from './encounter.service.ts';
import { rateEncounter } from './rate-encounter.service.ts';
import { readCase } from './read-case.service.ts';
import { openResident } from './resident-file.service.ts';

export function receptionRoutes(
  app: FastifyInstance,
  ground: CaseGround,
  options: MountOptions,
): void {
  mount(app, encounterEndpoints.createEncounter, options, ({ actor, body, repeat }) =>
    createEncounter(ground, actor, body, repeat),
  );
  mount(app, encounterEndpoints.readEncounter, options, ({ actor, params }) =>
    readEncounter(ground, actor, params.id),
  );
  mount(app, encounterEndpoints.listEncounters, options, ({ actor, query }) =>
    listEncounters(ground, actor, { limit: query.limit, after: readCursor(query.cursor) }),
  );
  mount(app, ratingEndpoints.rateEncounter, options, ({ actor, params, body, repeat }) =>
    rateEncounter(ground, actor, params.id, body, repeat),
  );
  mount(app, caseEndpoints.createCase, options, ({ actor, body, repeat }) =>
    createCase(ground, actor, body, repeat),
  );
  mount(app, caseEndpoints.readCase, options, ({ actor, params }) =>
    readCase(ground, actor, params.id),
  );
  mount(app, caseEndpoints.listCases, options, ({ actor, query }) =>
    listCases(ground, actor, { ...query, after: readCursor(query.cursor) }),
  );
  mount(app, caseEndpoints.showCaller, options, ({ actor, body }) =>
    showCaller(ground, actor, body),
  );
  mount(app, caseEndpoints.addEvent, options, ({ actor, params, body, version, repeat }) =>
    addEvent(ground, actor, params.id, version, body, repeat),
  );
  mount(app, householdEndpoints.openResident, options, ({ actor, body }) =>
    openResident(ground, actor, body),
  );
}
