import type { CaseView } from '@qzt/contract/reception';
import { momentText } from '@qzt/ui';
import { eventText } from './event-text.ts';

type Event = CaseView['events'][number];

/**
 * What happened to a case since this form was opened, as sentences: by a colleague, or by oneself in another window. What
 * the form itself sends closes it.
 */
export const newerThan = (seen: number, events: readonly Event[]): string[] =>
  events
    .filter((event) => event.seq > seen)
    .map((event) => `${momentText(event.at)} ${event.actor.name}:${eventText(event)}`);

/** The number of the last event that the form has seen. */
export const lastSeq = (events: readonly Event[]): number => events.at(-1)?.seq ?? 0;
