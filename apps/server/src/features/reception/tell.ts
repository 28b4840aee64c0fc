import type { CaseState } from '@qzt/domain/reception';
import type { Work } from '../../platform/transact.ts';
import type { NumberedEvent } from './case.store.ts';
import { recipientOf } from './messages.ts';
import { post } from './outbox.store.ts';

/** Tells whoever is to be told of new events: one message a step. */
export function tell(
  work: Work,
  committeeId: string,
  caseId: string,
  events: readonly NumberedEvent[],
  state: CaseState,
): void {
  // Several steps in one go are one step to whoever is told: the last one that tells them anything.
  for (const event of [...events].reverse()) {
    const recipient = recipientOf(event, state);
    if (recipient === undefined) continue;
    post(work, { committeeId, caseId, eventId: event.id, recipient, template: event.type });
    return;
  }
}
