import { nextSendTime } from '@qzt/domain/promise';
import { type CaseState, callBy } from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { jobActor } from '../../platform/job-actor.ts';
import { faultOf } from '../../platform/log.ts';
import type { OutgoingMessage } from '../../platform/notify/index.ts';
import { spokenTime } from '../../platform/time.ts';
import { transact, type Work } from '../../platform/transact.ts';
import { pressedFor } from '../promise/index.ts';
import { addressOf } from './address.ts';
import { callerOf } from './caller.ts';
import { type CaseRow, findCase, findEvents, keyOf } from './case.store.ts';
import { type CaseFacts, factsOf, storedEvent, wholeOf } from './case.view.ts';
import type { JobGround } from './job-ground.ts';
import { messageText, type TextFacts } from './message-text.ts';
import * as outbox from './outbox.store.ts';

const AT_ONCE = 200;
const MOST_ATTEMPTS = 8;
const MINUTE_MS = 60_000;
/** Messages of the ladder: without what they press for there is nothing to say. */
const PRESSING = ['remind', 'remind-stand-in', 'stand-in', 'head'];

/**
 * Sends what waits in the outbox; in quiet hours only what tells of danger, whatever was delayed until then. The text is made here and
 * stands nowhere. The row is locked while the gateway has the message and is marked in the same transaction: it leaves
 * twice only if the commit after it fails.
 */
export async function sendMessages(ground: JobGround): Promise<void> {
  const now = ground.clock.now();
  const quiet = Date.parse(nextSendTime(now.toISOString())) > now.getTime();
  for (const id of await outbox.committeesToTell(ground.jobsPool, now, quiet)) {
    const committee = await ground.directory.unit(id);
    if (committee === undefined) continue;
    try {
      await sendAll(ground, jobActor(committee), quiet);
    } catch (error) {
      ground.log.error({ committeeId: id, fault: faultOf(error) }, 'messages could not be sent');
    }
  }
}

async function sendAll(ground: JobGround, job: Actor, quiet: boolean): Promise<void> {
  for (let sent = 0; sent < AT_ONCE; sent += 1)
    if (!(await transact(ground, job, '发送消息', (work) => sendNext(ground, work, quiet)))) return;
}

/** Whether there was one. */
async function sendNext(ground: JobGround, work: Work, quiet: boolean): Promise<boolean> {
  const message = await outbox.claimMessage(work, work.actor.org.id, quiet);
  if (message === undefined) return false;
  const outcome = await deliver(ground, work, message);
  work.audit({
    action: 'message.send',
    subject: 'message',
    subjectId: message.id,
    committeeId: message.committeeId,
    facts: { template: message.template, outcome },
  });
  return true;
}

async function deliver(ground: JobGround, work: Work, message: outbox.Waiting): Promise<string> {
  // Nobody is written to about what is not real.
  if (work.actor.org.practice) {
    outbox.markDropped(work, message, 'practice');
    return 'practice';
  }
  const made = await compose(ground, work, message).catch((error: Error) => {
    // After an error of the database nothing can be written any more: all of it is tried again.
    if ('severity' in error) throw error;
    return error;
  });
  if (made instanceof Error) return failed(ground, work, message, made);
  if (typeof made === 'string') {
    outbox.markDropped(work, message, made);
    return made;
  }
  try {
    await ground.gateway.send(made);
  } catch (error) {
    return failed(ground, work, message, error);
  }
  outbox.markSent(work, message);
  return 'sent';
}

/** Danger is tried again within seconds. */
const firstWait = ({ atOnce }: outbox.Waiting): number => (atOnce ? MINUTE_MS / 6 : MINUTE_MS);

function failed(ground: JobGround, work: Work, message: outbox.Waiting, error: unknown): string {
  const attempts = message.attempts + 1;
  const given = attempts >= MOST_ATTEMPTS;
  const wait = new Date(work.now.getTime() + firstWait(message) * 2 ** message.attempts);
  const again = message.atOnce ? wait.toISOString() : nextSendTime(wait.toISOString());
  const code = error instanceof Error ? error.name : 'unknown';
  outbox.markFailed(work, message, code, given ? null : again);
  if (attempts === 1 || given)
    ground.log.error(
      { messageId: message.id, attempts, given, fault: faultOf(error) },
      'a message could not be sent',
    );
  return given ? 'failed' : 'postponed';
}

/** The message with its text, or the code of why nobody needs it any more. */
async function compose(
  ground: JobGround,
  work: Work,
  message: outbox.Waiting,
): Promise<OutgoingMessage | string> {
  if (message.loanId !== null) return ground.loanMessages(work, message.loanId, message);
  const row = message.caseId === null ? undefined : await findCase(work, message.caseId);
  if (row === undefined) return 'no-case';
  const facts = factsOf(row, keyOf(work, row), undefined);
  if (isOvertaken(message, facts.state)) return 'overtaken';
  const to = await addressOf(ground, message, await withCaller(work, message, row, facts));
  if (to === undefined) return 'no-address';
  const text = messageText(message.template, 'phone' in to, textFacts(work, facts));
  return text === undefined ? 'no-text' : { id: message.id, to, text };
}

/** The telephone may have been added after the case was opened. */
async function withCaller(
  work: Work,
  { recipient }: outbox.Waiting,
  row: CaseRow,
  facts: CaseFacts,
): Promise<CaseFacts> {
  if (recipient.kind !== 'resident' && recipient.kind !== 'visitor') return facts;
  const events = await findEvents(work, row.id);
  const key = keyOf(work, row);
  const shown = events.map((event) => storedEvent(event, key, facts.words));
  const visitor = callerOf(facts.words, wholeOf(shown));
  return facts.words ? { ...facts, words: { ...facts.words, visitor } } : facts;
}

function isOvertaken({ template, facts }: outbox.Waiting, state: CaseState): boolean {
  if (template === 'report-first') return state.status === 'closed' || state.reported !== null;
  if (template.startsWith('alarm-')) return callBy(state) === undefined;
  if (!PRESSING.includes(template)) return false;
  const pressed = pressedFor(state);
  return facts.kind !== pressed?.kind || facts.dueAt !== pressed?.dueAt;
}

const dueOf = (state: CaseState): string | undefined => {
  const dueAt = pressedFor(state)?.dueAt;
  return dueAt === undefined ? undefined : spokenTime(new Date(dueAt));
};

const owesOf = (state: CaseState): TextFacts['owes'] => {
  if (state.tell !== undefined) return 'tell';
  return state.dueKind === 'accept' ? 'accept' : 'answer';
};

const textFacts = (work: Work, { state, words, number }: CaseFacts) => ({
  committee: work.actor.org.name,
  title: state.confidential ? undefined : words?.title,
  number,
  firstAsked: state.firstAsked.name,
  due: dueOf(state),
  owes: owesOf(state),
});
