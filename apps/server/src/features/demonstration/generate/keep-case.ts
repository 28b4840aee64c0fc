import { caseNumber } from '@qzt/domain/reception';
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { localDate } from '../../../platform/time.ts';
import { caseFileRow } from '../../reception/index.ts';
import type { CaseHistory, MessageSent } from './case-history.ts';
import { remind } from './reminders.ts';
import { keepText } from './rows.ts';
import type { World } from './world.ts';

/** What was written about a case as a whole. */
export interface CaseWords {
  readonly title: string;
  readonly safePhone?: string;
  readonly visitor?: { readonly phone: string; readonly name?: string };
}

/** Numbers that a committee has given out: two cases of one day can meet in one. */
export class CaseNumbers {
  readonly #given = new Set<string>();

  next(id: string, date: string): string {
    for (let attempt = 0; ; attempt++) {
      const number = caseNumber(id, date, attempt);
      if (this.#given.has(number)) continue;
      this.#given.add(number);
      return number;
    }
  }
}

/** Keeps a case with all that hangs on it: events, words, promises, messages and the log. */
export function keepCase(
  world: World,
  numbers: CaseNumbers,
  history: CaseHistory,
  key: SubjectKey,
  words: CaseWords,
): void {
  const { sink } = world;
  const committeeId = world.committee.id;
  const { id, state } = history;
  remind(world, history);
  const registeredAt = new Date(state.registeredAt);
  sink.add(
    'case_file',
    caseFileRow({
      committeeId,
      id,
      number: numbers.next(id, localDate(registeredAt)),
      keyId: key.id,
      state,
      version: history.version,
      createdAt: registeredAt,
      changedAt: new Date(history.changedAt),
    }),
  );
  keepText(sink, key, id, { caseId: id }, words);
  for (const event of history.events) {
    sink.add('case_event', [
      committeeId,
      id,
      event.seq,
      event.id,
      event.type,
      event.at,
      JSON.stringify(event.actor),
      JSON.stringify(event.data),
    ]);
    // The title stands once, with the case.
    if (event.text && event.type !== 'register')
      keepText(sink, key, event.id, { caseId: id }, event.text);
  }
  keepPromises(world, history);
  for (const message of history.messages) keepMessage(world, id, message);
  for (const entry of history.audit)
    sink.add('audit_entry', [
      entry.ownerOrgId,
      entry.id,
      new Date(entry.at),
      entry.actorId,
      entry.action,
      entry.purpose,
      entry.subject.kind,
      entry.subject.id,
      committeeId,
      entry.facts,
    ]);
}

function keepPromises({ sink, committee }: World, history: CaseHistory): void {
  for (const { id, owed, madeAt, state, version, step, wakeAt } of history.promises)
    sink.add('promise', [
      committee.id,
      id,
      history.id,
      null,
      owed.kind,
      owed.ownerId,
      owed.dueAt,
      step,
      wakeAt,
      state,
      version,
      new Date(madeAt),
    ]);
}

/** Whatever could leave by now has left. */
function keepMessage({ sink, committee, now }: World, caseId: string, message: MessageSent): void {
  const sentAt = Date.parse(message.sendAfter) + 2_000;
  const sent = sentAt <= now;
  sink.add('message', [
    committee.id,
    message.id,
    caseId,
    message.eventId,
    message.recipient.kind,
    message.recipient.id,
    message.template,
    message.facts,
    'console',
    message.sendAfter,
    sent ? 'sent' : 'waiting',
    sent ? 1 : 0,
    sent ? new Date(sentAt) : null,
    new Date(message.at),
  ]);
}
