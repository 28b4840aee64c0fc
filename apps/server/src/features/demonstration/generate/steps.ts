import type { CaseActor, How } from '@qzt/domain/reception';
import { localDate } from '../../../platform/time.ts';
import type { Life, Step } from './step.ts';
import { answersOf, contests, refusals, reopenings, takeBacks } from './texts.ts';
import type { StaffActor } from './world.ts';

const MINUTE = 60_000;
const JOB: CaseActor = { kind: 'job' };

/** Where the telephone is the usual way. */
const HOWS = [
  ['phone', 55],
  ['desk', 35],
  ['visit', 7],
  ['paper', 3],
] as const satisfies readonly (readonly [How, number])[];

export const lastAt = ({ history }: Life): number => history.changedAt;

export const firstAsked = ({ world, history }: Life): StaffActor =>
  world.byId.get(history.state.firstAsked.id) ?? world.head;

/** Whoever works on the case now; for a provider the worker first asked, for an office somebody there. */
export function handler(life: Life): StaffActor {
  const { world, random, history } = life;
  const { kind, id } = history.state.handler;
  if (kind === 'worker') return world.byId.get(id ?? '') ?? firstAsked(life);
  const office = world.offices.find((one) => one.id === id);
  return office ? random.pick(office.staff) : firstAsked(life);
}

/** Any worker speaks for a resident, mostly the one first asked; a confidential case knows nobody else. */
function anyWorker(life: Life, at: number): StaffActor {
  const { world, random, history } = life;
  if (history.state.confidential || random.chance(0.6)) return firstAsked(life);
  return world.duties.get(localDate(new Date(at)))?.[0] ?? firstAsked(life);
}

export const minutesLater = (life: Life, least: number, most: number): number =>
  life.world.desk.forward(lastAt(life) + life.random.int(least, most) * MINUTE);

export const daysLater = (life: Life, least: number, most: number): number =>
  life.world.desk.later(life.random, lastAt(life), life.random.int(least, most));

export function accept(life: Life): Step {
  const { acceptance } = life.mood;
  const command = { type: 'accept' } as const;
  if (acceptance === 'atOnce')
    return { command, actor: firstAsked(life), at: minutesLater(life, 2, 12) };
  const at = acceptance === 'soon' ? daysLater(life, 0, 1) : daysLater(life, 2, 3);
  return { command, actor: anyWorker(life, at), at };
}

export function refuse(life: Life): Step {
  const { reason, office } = life.random.pick(refusals);
  return {
    command: { type: 'refuse', data: { reason, instead: { office } } },
    actor: handler(life),
    at: minutesLater(life, 10, 90),
  };
}

export const withdraw = (life: Life): Step => {
  const at = daysLater(life, 1, 3);
  return { command: { type: 'withdraw' }, actor: anyWorker(life, at), at };
};

export function receive(life: Life): Step {
  const at = daysLater(life, 1, 6);
  const materials = life.history.missing.map((name) => ({ name, copies: 1 }));
  return {
    command: { type: 'receive-materials', data: { materials } },
    actor: anyWorker(life, at),
    at,
  };
}

export const takeBack = (life: Life): Step => ({
  command: { type: 'take-back', note: life.random.pick(takeBacks) },
  actor: firstAsked(life),
  at: daysLater(life, 1, 3),
});

/** When the answer comes: in its share of the time that is left, or some days after it where the case is a late one. */
export function answerAt(life: Life): number {
  const { world, random, history, mood } = life;
  const now = lastAt(life);
  const due = Date.parse(history.state.dueAt ?? '');
  if (Number.isNaN(due)) return daysLater(life, 0, 2);
  if (mood.late) return world.desk.later(random, Math.max(due, now), random.int(1, 6));
  const days = world.desk.openDaysUntil(now, due);
  return world.desk.later(random, now, Math.floor(days * mood.pace));
}

export function answer(life: Life, at: number): Step {
  const text = life.random.pick(answersOf(life.item?.body.route));
  return { command: { type: 'answer', data: { answer: text } }, actor: handler(life), at };
}

/** Another office's answer is passed on by the worker first asked, mostly the same day. */
function tell(life: Life): Step {
  const data = { how: life.random.weighted(HOWS) };
  return { command: { type: 'tell', data }, actor: firstAsked(life), at: daysLater(life, 0, 1) };
}

/** The resident's echo, or the end of waiting for it. */
export function afterAnswer(life: Life): Step {
  const { random, history, mood } = life;
  if (history.state.tell !== undefined) return tell(life);
  if (mood.echo === 'silent' || !history.state.askable) {
    const at = Date.parse(history.state.silenceUntil ?? '') + random.int(1, 20) * 1000;
    return { command: { type: 'close' }, actor: JOB, at };
  }
  const at = daysLater(life, 0, 4);
  const how = random.weighted(HOWS);
  const actor = anyWorker(life, at);
  if (mood.echo === 'contests' && !life.done.has('contest')) {
    life.done.add('contest');
    return { command: { type: 'contest', note: random.pick(contests), data: { how } }, actor, at };
  }
  return { command: { type: 'confirm', data: { how } }, actor, at };
}

/** A rating at once, a reopening within the month; mostly nothing any more. */
export function afterClosing(life: Life): Step | undefined {
  const { random, history, mood, done } = life;
  const confirmed = history.state.ending === 'confirmed';
  if (mood.rates && confirmed && !done.has('rate')) {
    done.add('rate');
    const score = random.weighted([
      [3, 88],
      [2, 9],
      [1, 3],
    ] as const);
    const at = minutesLater(life, 1, 3);
    return { command: { type: 'rate', data: { score, of: 3 } }, actor: firstAsked(life), at };
  }
  if (!mood.reopens || done.has('reopen') || !(confirmed || history.state.ending === 'unconfirmed'))
    return undefined;
  done.add('reopen');
  const at = daysLater(life, 3, 15);
  const command = {
    type: 'reopen',
    note: random.pick(reopenings),
    data: { how: random.weighted(HOWS) },
  } as const;
  return { command, actor: anyWorker(life, at), at };
}
