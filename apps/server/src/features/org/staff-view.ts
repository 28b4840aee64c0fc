import type { StaffView } from '@qzt/contract/org';
import type { Unit } from '../../platform/actor.ts';
import { toOffset } from '../../platform/time.ts';
import type { StaffRecord } from './staff.store.ts';

/** Somebody of the staff as colleagues see them. */
export function staffView(person: StaffRecord, { id, kind, name, code }: Unit, openCases: number) {
  return {
    id: person.id,
    username: person.username,
    name: person.name,
    org: { id, kind, name, code },
    leader: person.leader,
    roles: [...person.roles],
    serviceLines: [...person.serviceLines],
    leftAt: person.leftAt === null ? null : toOffset(person.leftAt),
    openCases,
    version: person.version,
  } satisfies StaffView;
}
