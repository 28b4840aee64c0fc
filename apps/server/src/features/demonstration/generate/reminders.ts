import { type LadderStep, ladder } from '@qzt/domain/promise';
import { localDate, toOffset } from '../../../platform/time.ts';
import type { CaseHistory, PromiseMade } from './case-history.ts';
import type { World } from './world.ts';

/** What wakes somebody by a ladder; the wait for the resident's word or for materials wakes nobody. */
const REMINDS = ['accept', 'limit', 'tell'];

/**
 * The reminders that a promise had sent by the time it was settled, or by now, as the waking job sends them: the worker
 * first asked, a colleague at the desk, the head. The promise then stands at the step after them.
 */
export function remind(world: World, history: CaseHistory): void {
  for (const promise of history.promises) {
    const until = promise.settledAt ?? world.now;
    const first = promise.owed.wakeAt;
    if (!REMINDS.includes(promise.owed.kind) || first === null || Date.parse(first) > until)
      continue;
    const steps = ladder({
      ...world.workingTime,
      from: toOffset(new Date(promise.madeAt)),
      dueAt: promise.owed.dueAt,
      confidential: history.state.confidential,
    });
    const past = steps.filter(({ at }) => Date.parse(at) < until);
    for (const step of past) wake(world, history, promise, step);
    promise.step = past.length;
    promise.version += past.length;
    if (promise.settledAt === null) promise.wakeAt = steps[past.length]?.at ?? null;
  }
}

function wake(
  world: World,
  history: CaseHistory,
  { id, owed }: PromiseMade,
  { step, to, at }: LadderStep,
): void {
  const when = Date.parse(at);
  const colleague = to === 'standIn' ? colleagueAtDesk(world, owed.ownerId, when) : undefined;
  const told = { firstAsked: owed.ownerId, standIn: colleague, head: undefined }[to];
  const template = {
    firstAsked: 'remind',
    standIn: 'stand-in',
    head: step === 3 ? 'head' : 'stand-in',
  };
  history.tell({
    eventId: null,
    recipient: { kind: 'staff', id: told ?? world.head.staffId },
    template: template[to],
    facts: { kind: owed.kind, dueAt: owed.dueAt },
    at: when,
  });
  history.log(
    { kind: 'job' },
    {
      at: when,
      action: 'promise.wake',
      purpose: '承诺到时',
      subject: { kind: 'promise', id },
      facts: { kind: owed.kind, step },
    },
  );
}

/** Whoever else is at the desk that day: the backup before the primary, who has residents before him. */
function colleagueAtDesk({ duties }: World, firstAsked: string, at: number): string | undefined {
  const [primary, backup] = duties.get(localDate(new Date(at))) ?? [];
  return [backup, primary].find((one) => one && one.staffId !== firstAsked)?.staffId;
}
