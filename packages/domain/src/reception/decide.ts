import { DomainError, formatOffset, type InstantText } from '../shared/index.ts';
import type { EventActor, EventDraft } from './case-event.ts';
import type { CaseState } from './case-state.ts';
import { checkedData } from './checked-data.ts';
import type { CaseCommand, DecideContext } from './command.ts';
import { checkRequired } from './data-rules.ts';
import { refusalOf } from './permits.ts';
import { splitText } from './personal-text.ts';
import { type CaseActor, relationsOf } from './relations.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a step adds to a case, or why it may not be: the table (status, person), then the rules on data.
 *
 * @throws DomainError transition-not-allowed, not-permitted, invalid-input
 */
export function decide(
  state: CaseState,
  command: CaseCommand,
  actor: CaseActor,
  now: InstantText,
  ctx: DecideContext,
): EventDraft[] {
  const refusal = refusalOf(command.type, state, actor, now);
  if (refusal !== null) {
    throw new DomainError(refusal, { type: command.type, status: state.status });
  }
  checkRequired(command, speaksForResident(command, state, actor));
  const data = checkedData(state, command, actor, now, ctx);
  return [draftOf(command.type, data, command.note, eventActor(actor), now)];
}

/**
 * One event as the rules make it. The division into stored data and personal text is by `PERSONAL_FIELDS`; that what
 * stays has the shape of `EventDataOf` follows from the command's type, which the compiler cannot see.
 */
export function draftOf(
  type: EventDraft['type'],
  data: Fields,
  note: string | undefined,
  actor: EventActor,
  now: InstantText,
): EventDraft {
  return { type, at: formatOffset(now), actor, ...splitText(type, data, note) } as EventDraft;
}

/** The actor as he is written into an event. */
export function eventActor(actor: CaseActor): EventActor {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.staffId, name: actor.name, org: actor.orgName };
    case 'resident':
      return { kind: 'resident', id: actor.residentId, name: actor.name, org: '' };
    case 'job':
      return { kind: 'job', id: 'job', name: '系统', org: '' };
  }
}

/** A worker speaks for the resident in what the resident could do himself; a head reopens in his own right. */
function speaksForResident(command: CaseCommand, state: CaseState, actor: CaseActor): boolean {
  if (actor.kind !== 'staff') return false;
  return !(command.type === 'reopen' && relationsOf(state, actor).has('head'));
}
