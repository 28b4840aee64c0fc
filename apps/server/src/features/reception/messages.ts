import type { CaseState, EventType } from '@qzt/domain/reception';
import type { NumberedEvent } from './case.store.ts';
import type { Recipient } from './outbox.store.ts';

/** The steps that somebody outside is told of, and whom: one message a step. */
const TOLD = {
  register: 'person',
  'ask-materials': 'person',
  answer: 'person',
  refuse: 'person',
  transfer: 'person',
  extend: 'person',
  refer: 'office',
  contest: 'firstAsked',
  reopen: 'firstAsked',
  assign: 'handler',
} as const satisfies Partial<Record<EventType, 'person' | 'office' | 'firstAsked' | 'handler'>>;

const isTold = (type: string): type is keyof typeof TOLD => Object.hasOwn(TOLD, type);

/** Who is told of an event, or nobody. A step made in one go with a later one (settled on the spot) tells once. */
export function recipientOf(event: NumberedEvent, state: CaseState): Recipient | undefined {
  if (!isTold(event.type)) return undefined;
  switch (TOLD[event.type]) {
    case 'person':
      if (!state.askable) return undefined;
      return state.residentId
        ? { kind: 'resident', id: state.residentId }
        : { kind: 'visitor', id: null };
    case 'office':
      return state.handler.id ? { kind: 'office', id: state.handler.id } : undefined;
    case 'firstAsked':
      // Nobody is told what he just did himself.
      return state.firstAsked.id === event.actor.id
        ? undefined
        : { kind: 'staff', id: state.firstAsked.id };
    case 'handler':
      return state.handler.kind === 'worker' && state.handler.id
        ? { kind: 'staff', id: state.handler.id }
        : undefined;
  }
}
