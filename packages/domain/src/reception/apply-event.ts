import { silenceUntil, tellBy } from '../promise/index.ts';
import { DomainError } from '../shared/index.ts';
import { alarmed, bound, called, calmed, withDuty } from './alarm.ts';
import { extendClock, NOTHING_DUE, resumeClock, startLimit, stopClock } from './case-clock.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseContext, CaseState } from './case-state.ts';
import { closed, endingOf, registered, reopened, told } from './case-steps.ts';
import { rowOf } from './case-table.ts';
import { officeHandler, providerHandler, workerHandler } from './handlers.ts';
import { addAsked, addReceived } from './materials.ts';
import { shareWith, unshareWith } from './sharing.ts';

/**
 * The state after one more event. Pure, and total over what `decide` lets through; a stored history is taken as it
 * is. Reads codes and references only, so that a case can be derived after its personal text was erased.
 *
 * @throws DomainError transition-not-allowed where the first event is not `register`, or a later one is
 */
export function applyEvent(
  state: CaseState | undefined,
  event: CaseEvent,
  ctx: CaseContext,
): CaseState {
  if (event.type === 'register') {
    if (state !== undefined) throw outOfOrder(event.type);
    return registered(event, ctx);
  }
  if (state === undefined) throw outOfOrder(event.type);
  const next = step(state, event, ctx);
  const ending = endingOf(state, event);
  if (ending !== null) return closed(next, event.at, ending, ctx);
  const { to } = rowOf(event.type);
  return { ...next, status: to === 'same' ? state.status : to };
}

/**
 * The state of a case from its events, in their order.
 *
 * @throws DomainError transition-not-allowed for an empty list or one that does not begin with `register`
 */
export function deriveCase(events: readonly CaseEvent[], ctx: CaseContext): CaseState {
  let state: CaseState | undefined;
  for (const event of events) state = applyEvent(state, event, ctx);
  if (state === undefined) throw outOfOrder('none');
  return state;
}

function step(
  state: CaseState,
  event: Exclude<CaseEvent, { type: 'register' }>,
  ctx: CaseContext,
): CaseState {
  switch (event.type) {
    case 'accept':
      return {
        ...state,
        acceptedAt: event.at,
        handler:
          event.actor.kind === 'staff'
            ? workerHandler(event.actor, event.actor.org)
            : state.handler,
        ...startLimit(event.at, ctx, state.clock),
      };
    case 'ask-materials':
      return {
        ...state,
        ...addAsked(state, event.data.materials),
        ...stopClock(event.at, state.clock),
        paused: { since: event.at, why: 'materials' },
      };
    case 'receive-materials': {
      const { paused: _over, ...running } = state;
      return {
        ...running,
        materials: addReceived(state.materials, event.data.materials),
        ...resumeClock(event.at, state.clock, ctx),
      };
    }
    case 'refer':
      return { ...state, handler: officeHandler(event.data) };
    case 'dispatch':
      return { ...state, handler: providerHandler(event.data) };
    case 'take-back':
      return { ...state, handler: workerHandler(state.firstAsked, state.committee.name) };
    case 'answer':
      return {
        ...calmed(state),
        answeredAt: event.at,
        ...NOTHING_DUE,
        silenceUntil: silenceUntil(event.at, ctx, ctx.params).at,
        ...toTell(state, event.at, ctx),
      };
    // The silence counts from when the resident knows what to answer to.
    case 'tell':
      return { ...told(state), silenceUntil: silenceUntil(event.at, ctx, ctx.params).at };
    case 'contest':
      return {
        ...told(state),
        answeredAt: null,
        silenceUntil: null,
        ...startLimit(event.at, ctx, state.clock),
      };
    case 'reopen':
      return reopened(state, event, ctx);
    case 'extend':
      return { ...state, extended: true, ...extendClock(event.at, event.data.until, state, ctx) };
    case 'assign': {
      const { firstAsked, handler } = event.data.names;
      return {
        ...state,
        firstAsked: firstAsked ?? state.firstAsked,
        handler:
          handler === undefined ? state.handler : workerHandler(handler, state.committee.name),
      };
    }
    case 'contact':
      return { ...state, askable: true };
    case 'rate':
      return { ...state, rating: { score: event.data.score, of: event.data.of } };
    case 'call':
      return called(state, event.at);
    case 'alarm':
      return alarmed(withDuty(state, event.data), event.at, event.data.danger ?? null);
    case 'all-clear':
      return { ...calmed(state), urgent: false };
    case 'must-report':
      return bound(state);
    case 'report':
      return { ...state, mandatoryReport: true, reported: event.data.reported };
    case 'share':
      return shareWith(state, event.data.names.staff);
    case 'unshare':
      return unshareWith(state, event.data.names.staff);
    case 'confirm':
    case 'refuse':
    case 'transfer':
    case 'withdraw':
    case 'close':
    case 'duplicate':
    case 'note':
      return state;
  }
}

/** Another office answered, and there is somebody to be told: that is owed by the worker first asked. */
function toTell(
  { handler, askable }: CaseState,
  at: CaseEvent['at'],
  ctx: CaseContext,
): Pick<CaseState, 'tell'> {
  const office = handler.kind === 'department' || handler.kind === 'centre';
  return office && askable ? { tell: { since: at, dueAt: tellBy(at, ctx, ctx.params).at } } : {};
}

function outOfOrder(type: string): DomainError {
  return new DomainError('transition-not-allowed', { type, reason: 'register-comes-first' });
}
