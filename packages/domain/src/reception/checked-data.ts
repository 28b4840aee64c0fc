import {
  DomainError,
  formatOffset,
  type InstantText,
  invalid,
  millisecondsOf,
} from '../shared/index.ts';
import type { Named } from './case-event.ts';
import type { CaseState } from './case-state.ts';
import type {
  CaseCommand,
  CommandDataOf,
  DecideContext,
  OfficeFact,
  StaffFact,
} from './command.ts';
import { checkAsked, checkClose, checkExtend, checkRating } from './data-rules.ts';
import { type CaseActor, relationsOf } from './relations.ts';
import { namedBefore } from './sharing.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The data of a step after the rules that go beyond "must be filled", with the names of people and offices that the
 * event will remember.
 *
 * @throws DomainError invalid-input, transition-not-allowed (closing without answer or reason), not-permitted
 *   (handing over to somebody who is not the line's owner)
 */
export function checkedData(
  state: CaseState,
  command: CaseCommand,
  actor: CaseActor,
  now: InstantText,
  ctx: DecideContext,
): Fields {
  switch (command.type) {
    case 'ask-materials':
      checkAsked(state, present(command.data));
      return present(command.data);
    case 'refer':
      return { to: officeOf(present(command.data).to, ctx) };
    case 'dispatch':
      return dispatchData(present(command.data));
    case 'transfer':
      return { to: transferTarget(present(command.data).to, ctx) };
    case 'close':
      checkClose(state, command.data);
      return command.data ?? {};
    case 'duplicate':
      if (present(command.data).of === ctx.caseId) throw invalid('data.of', 'itself');
      return present(command.data);
    case 'extend':
      checkExtend(state, present(command.data).until, now, ctx);
      return present(command.data);
    case 'reopen':
      return { ...command.data, ...successors(state, actor, ctx) };
    case 'assign':
      return assignData(state, present(command.data), actor, ctx);
    case 'rate':
      checkRating(present(command.data));
      return present(command.data);
    case 'report':
      return reportData(present(command.data), now);
    case 'alarm':
      return alarmData(command.data, ctx);
    case 'share':
      return shareData(state, present(command.data).staff, ctx);
    case 'unshare':
      return {
        staff: present(command.data).staff,
        names: { staff: namedBefore(state, present(command.data).staff) },
      };
    default:
      return command.data ?? {};
  }
}

function dispatchData({ provider, at }: CommandDataOf['dispatch']): Fields {
  const named = provider.id !== undefined || (provider.name ?? '').trim() !== '';
  if (!named) throw invalid('data.provider.name', 'required');
  return { provider: { ...provider, kind: provider.kind ?? 'provider' }, at };
}

function transferTarget(to: CommandDataOf['transfer']['to'], ctx: DecideContext): Fields {
  if ('id' in to) return officeOf(to, ctx);
  if (to.office.trim() === '') throw invalid('data.to.office', 'required');
  return to;
}

function officeOf(
  to: { readonly kind: string; readonly id: string },
  ctx: DecideContext,
): OfficeFact & Fields {
  const office = ctx.office(to.id);
  if (office === undefined || office.kind !== to.kind)
    throw invalid('data.to.id', 'unknown-office');
  return { kind: office.kind, id: office.id, name: office.name };
}

/** Both names stay: the event holds the ids that were sent and the names that they had. */
function assignData(
  state: CaseState,
  data: CommandDataOf['assign'],
  actor: CaseActor,
  ctx: DecideContext,
): Fields {
  if (data.firstAsked === undefined && data.handler === undefined) {
    throw invalid('data.handler', 'required');
  }
  const firstAsked = colleague(data.firstAsked, 'data.firstAsked', state, ctx);
  const handler = colleague(data.handler, 'data.handler', state, ctx);
  if (!relationsOf(state, actor).has('head')) {
    if (firstAsked !== undefined || handler === undefined || !ownsLine(handler, state)) {
      throw new DomainError('not-permitted', { type: 'assign', reason: 'only-to-the-line-owner' });
    }
  }
  return {
    ...data,
    names: {
      ...(firstAsked === undefined ? {} : { firstAsked: named(firstAsked) }),
      ...(handler === undefined ? {} : { handler: named(handler) }),
    },
  };
}

/**
 * A reopened case must not belong to somebody who has left: in the place of the worker first asked comes the head of the
 * committee, who may pass it on, and in the place of its handler whoever answers for it then. The event holds the names
 * of all. A committee without a head leaves it to the worker who reopens; where a resident reopens there, to nobody else.
 */
function successors(state: CaseState, actor: CaseActor, ctx: DecideContext): Fields {
  const { firstAsked, handler } = state;
  const worker = handler.kind === 'worker' && handler.id !== undefined;
  const handling: Named = worker ? { id: handler.id, name: handler.name } : firstAsked;
  const ownerLeft = ctx.staff(firstAsked.id) === undefined;
  const handlerLeft = ctx.staff(handling.id) === undefined;
  if (!ownerLeft && !handlerLeft) return {};
  const owner = ownerLeft ? heir(actor, ctx.heads ?? []) : firstAsked;
  if (owner === undefined) return {};
  return {
    names: {
      firstAsked: owner,
      handler: handlerLeft ? owner : handling,
      left: ownerLeft ? firstAsked : handling,
    },
  };
}

/** The head, of several the one who reopens; without any the worker who reopens. */
function heir(actor: CaseActor, heads: readonly Named[]): Named | undefined {
  const me = actor.kind === 'staff' ? { id: actor.staffId, name: actor.name } : undefined;
  const head = heads.find(({ id }) => id === me?.id) ?? heads[0];
  return head ? { id: head.id, name: head.name } : me;
}

function colleague(
  id: string | undefined,
  path: string,
  state: CaseState,
  ctx: DecideContext,
): StaffFact | undefined {
  if (id === undefined) return undefined;
  const fact = ctx.staff(id);
  if (fact === undefined || fact.orgId !== state.committee.id)
    throw invalid(path, 'unknown-worker');
  return fact;
}

function ownsLine(worker: StaffFact, state: CaseState): boolean {
  if (state.serviceLine === null) return false;
  return worker.roles.includes('lineOwner') && worker.serviceLines.includes(state.serviceLine);
}

function named({ id, name }: StaffFact): Named {
  return { id, name };
}

/** Who was told, by which telephone and when; or why nobody was. */
function reportData(data: CommandDataOf['report'], now: InstantText): Fields {
  const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';
  if (!data.reported) {
    if (isEmpty(data.reason)) throw invalid('data.reason', 'required');
    // Nobody was told: whatever a form began with says nothing.
    return { reported: false, reason: data.reason };
  }
  if (isEmpty(data.to)) throw invalid('data.to', 'required');
  if (isEmpty(data.number)) throw invalid('data.number', 'required');
  const at = data.at ?? formatOffset(now);
  if (millisecondsOf(at) > millisecondsOf(now)) throw invalid('data.at', 'in-the-future');
  return { ...data, at };
}

/** What the list says of the danger goes into the event, which is read when the list may have changed. */
function alarmData(data: CommandDataOf['alarm'] | undefined, ctx: DecideContext): Fields {
  if (data?.danger === undefined) return {};
  const fact = ctx.danger(data.danger);
  if (fact === undefined) throw invalid('data.danger', 'unknown');
  const { code, confidential, mandatoryReport } = fact;
  return {
    danger: code,
    ...(confidential ? { confidential } : {}),
    ...(mandatoryReport ? { mandatoryReport } : {}),
  };
}

function shareData(state: CaseState, staff: string, ctx: DecideContext): Fields {
  const person = colleague(staff, 'data.staff', state, ctx);
  if (person === undefined) throw invalid('data.staff', 'required');
  return { staff, names: { staff: named(person) } };
}

/** The table asked for a field below `data` already; this says it to the compiler. */
function present<T>(data: T | undefined): T {
  if (data === undefined) throw invalid('data', 'required');
  return data;
}
