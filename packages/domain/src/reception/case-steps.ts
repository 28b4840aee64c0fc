import { addDays, type InstantText, localDate } from '../shared/index.ts';
import { alarmed, calmed } from './alarm.ts';
import { NOTHING_DUE, startAccepting, startLimit } from './case-clock.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseContext, CaseState } from './case-state.ts';
import { rowOf } from './case-table.ts';
import { workerHandler } from './handlers.ts';
import { journeysOf } from './journeys.ts';
import { noticeOf } from './materials.ts';
import type { CaseEnding } from './vocabulary.ts';

/** The first state of a case: with the worker first asked, to be accepted in time. */
export function registered(
  event: Extract<CaseEvent, { type: 'register' }>,
  ctx: CaseContext,
): CaseState {
  const { data } = event;
  const state: CaseState = {
    status: 'registered',
    ending: null,
    kind: data.kind,
    committee: data.committee,
    serviceItem: data.serviceItem ?? null,
    serviceLine: data.serviceLine ?? null,
    handOver: data.handOver === true,
    urgent: data.urgent === true,
    confidential: data.confidential === true,
    mandatoryReport: data.mandatoryReport === true,
    reported: null,
    residentId: data.residentId ?? null,
    encounterId: data.encounterId ?? null,
    needId: data.needId ?? null,
    askable: data.askable,
    firstAsked: data.firstAsked,
    handler: workerHandler(data.firstAsked, data.committee.name),
    ...(ctx.standIn === undefined ? {} : { standIn: ctx.standIn }),
    registeredAt: event.at,
    acceptedAt: null,
    answeredAt: null,
    closedAt: null,
    reopenedAt: null,
    ...startAccepting(event.at, ctx),
    silenceUntil: null,
    reopenUntil: null,
    journeys: journeysOf(ctx.encounters ?? []),
    ...noticeOf(data),
    secondAsk: false,
    extended: false,
    rating: null,
  };
  return state.urgent ? alarmed(state, event.at, data.danger ?? null) : state;
}

/**
 * How an event ends the case, or null where it does not. A closing after an answer that nobody can be asked about is
 * `settled`; every other closing is `unconfirmed`, also one with a reason: nothing was settled then.
 */
export function endingOf(state: CaseState, event: CaseEvent): CaseEnding | null {
  if (event.type === 'answer') return event.data.closes ?? null;
  if (event.type === 'close') {
    const nobodyToAsk = state.status === 'answered' && !state.askable;
    return nobodyToAsk && event.data.reason === undefined ? 'settled' : 'unconfirmed';
  }
  return rowOf(event.type).ending ?? null;
}

/** Whoever speaks of the answer, or ends the case, knows of it: nothing is left to be told. */
export function told(state: CaseState): CaseState {
  const { tell: _done, ...rest } = state;
  return rest;
}

/** The state after an ending. */
export function closed(
  state: CaseState,
  at: InstantText,
  ending: CaseEnding,
  ctx: CaseContext,
): CaseState {
  const { paused: _over, ...rest } = calmed(told(state));
  return {
    ...rest,
    status: 'closed',
    ending,
    closedAt: at,
    ...NOTHING_DUE,
    clock: { ...state.clock, pausedFrom: null },
    silenceUntil: null,
    reopenUntil: addDays(localDate(at), ctx.params.reopenWithinDays),
  };
}

/**
 * The state after a reopening: back in the committee. A case that an office or a provider had handled returns to the
 * worker first asked, because `accepted` means that the committee works on it; he may refer it again. Where somebody
 * has left since, the event names who goes on.
 */
export function reopened(
  state: CaseState,
  { at, data }: Extract<CaseEvent, { type: 'reopen' }>,
  ctx: CaseContext,
): CaseState {
  const firstAsked = data.names?.firstAsked ?? state.firstAsked;
  const stays = data.names === undefined && state.handler.kind === 'worker';
  return {
    ...state,
    ending: null,
    firstAsked,
    handler: stays
      ? state.handler
      : workerHandler(data.names?.handler ?? firstAsked, state.committee.name),
    acceptedAt: state.acceptedAt ?? at,
    answeredAt: null,
    closedAt: null,
    reopenedAt: at,
    reopenUntil: null,
    ...startLimit(at, ctx),
  };
}
