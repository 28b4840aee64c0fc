import type { PresenceView } from '@qzt/contract/promise';
import { hoursOnWorkingDay, type OpeningTime } from '@qzt/domain/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal, wrongField } from '../../platform/refusal.ts';
import { localDate } from '../../platform/time.ts';
import { againAfter, transact, type Work } from '../../platform/transact.ts';
import {
  colleaguesOf,
  type PresenceDay,
  type PresenceEntry,
  presenceOn,
  setPresenceOn,
} from './presence.store.ts';
import { checkPresence, standsAs } from './presence-rules.ts';
import type { PromiseGround } from './promise-ground.ts';

function ownCommittee(actor: Actor): string {
  if (actor.org.kind !== 'committee')
    throw new Refusal('not-permitted', { detail: '谁在岗由各居委会自己登记和查看' });
  return actor.org.id;
}

/** Who is on duty and who is away in the actor's committee. Errors: `not-permitted`. */
export async function readPresence(
  ground: PromiseGround,
  actor: Actor,
  date: string,
): Promise<PresenceView> {
  permit(actor, 'presence.read');
  const committeeId = ownCommittee(actor);
  const day = await transact(ground, actor, '查看谁在岗', (work) =>
    presenceOn(work, committeeId, date),
  );
  return { date, ...day, away: [...day.away] };
}

/**
 * The head's one line for a day of today or later, in the place of the one with this version. What stands there already
 * is answered as it is, so that a repeated request is no conflict.
 * Errors: `not-permitted`, `version-conflict`, `invalid-input`.
 */
export async function setPresence(
  ground: PromiseGround,
  actor: Actor,
  date: string,
  version: number,
  entry: PresenceEntry,
): Promise<PresenceView> {
  permit(actor, 'presence.set');
  const committeeId = ownCommittee(actor);
  if (date < localDate(ground.clock.now()))
    throw wrongField('date', '过去的日子不能再改,请选今天或以后', 'in-the-past');
  const { hours } = await ground.workingTimes.of(committeeId);
  const opening = hoursOnWorkingDay(date, hours);
  const day = await againAfter('version-conflict', () =>
    transact(ground, actor, '登记谁在岗', (work) =>
      replaceDay(work, committeeId, { date, version, entry, opening }),
    ),
  );
  ground.presence.forget();
  return { date, ...day, away: [...day.away] };
}

interface Asked {
  readonly date: string;
  readonly version: number;
  readonly entry: PresenceEntry;
  readonly opening: readonly OpeningTime[];
}

async function replaceDay(
  work: Work,
  committeeId: string,
  { date, version, entry, opening }: Asked,
): Promise<PresenceDay> {
  const [day, colleagues] = await Promise.all([
    presenceOn(work, committeeId, date),
    colleaguesOf(work, committeeId),
  ]);
  if (day.version !== version) {
    if (standsAs(day, entry)) return day;
    throw new Refusal('version-conflict', { version: day.version });
  }
  checkPresence(entry, colleagues, opening);
  setPresenceOn(work, committeeId, date, version, entry);
  work.audit({
    action: 'presence.set',
    subject: 'presence',
    committeeId,
    facts: { date, primary: entry.primary ?? '', backup: entry.backup ?? '' },
  });
  const named = (id: string) => ({ id, name: colleagues.get(id)?.name ?? '' });
  const { primary, backup, away } = entry;
  return {
    primary: primary === null ? null : named(primary),
    backup: backup === null ? null : named(backup),
    away: away
      .map((one) => ({ ...one, staff: named(one.staff) }))
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    version: version + 1,
  };
}

/** As they come out of the database: by time, then by person. */
const placeOf = ({ from, staff }: PresenceDay['away'][number]): string => `${from} ${staff.id}`;
