import type { PresenceView } from '@qzt/contract/promise';
import { hoursOnWorkingDay } from '@qzt/domain/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal, wrongField } from '../../platform/refusal.ts';
import { localDate } from '../../platform/time.ts';
import { transact } from '../../platform/transact.ts';
import { colleaguesOf, type PresenceEntry, presenceOn, setPresenceOn } from './presence.store.ts';
import { checkPresence } from './presence-rules.ts';
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

/** The head's one line for a day of today or later. Errors: `not-permitted`, `invalid-input`. */
export async function setPresence(
  ground: PromiseGround,
  actor: Actor,
  date: string,
  entry: PresenceEntry,
): Promise<PresenceView> {
  permit(actor, 'presence.set');
  const committeeId = ownCommittee(actor);
  if (date < localDate(ground.clock.now()))
    throw wrongField('date', '过去的日子不能再改,请选今天或以后', 'in-the-past');
  const { hours } = await ground.workingTimes.of(committeeId);
  await transact(ground, actor, '登记谁在岗', async (work) => {
    checkPresence(entry, await colleaguesOf(work, committeeId), hoursOnWorkingDay(date, hours));
    setPresenceOn(work, committeeId, date, entry);
    work.audit({
      action: 'presence.set',
      subject: 'presence',
      committeeId,
      facts: { date, primary: entry.primary ?? '', backup: entry.backup ?? '' },
    });
  });
  ground.presence.forget();
  return readPresence(ground, actor, date);
}
