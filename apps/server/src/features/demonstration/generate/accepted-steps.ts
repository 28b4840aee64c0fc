import type { CaseCommand } from '@qzt/domain/reception';
import { makePhone } from '@qzt/testkit';
import { localDate } from '../../../platform/time.ts';
import type { Life, Step } from './step.ts';
import {
  answer,
  answerAt,
  daysLater,
  firstAsked,
  handler,
  lastAt,
  minutesLater,
  withdraw,
} from './steps.ts';
import {
  askedWhy,
  extensions,
  notes,
  providers,
  reassignments,
  surprisingMaterials,
  transfers,
  volunteers,
} from './texts.ts';
import { lineOwnerOf, type Office } from './world.ts';

/** What comes next while the committee works on a case. */
export function nextWhileAccepted(life: Life): Step {
  return (
    handOver(life) ??
    askMaterials(life) ??
    rareStep(life) ??
    passOn(life) ??
    answer(life, answerAt(life))
  );
}

/** True the first time that it is asked. */
function once({ done }: Life, what: string): boolean {
  if (done.has(what)) return false;
  done.add(what);
  return true;
}

/** A sensitive matter goes to the owner of its line, for privacy. */
export function handOver(life: Life): Step | undefined {
  const { world, history } = life;
  const owner = lineOwnerOf(world, history.state.serviceLine);
  if (!history.state.handOver || owner === undefined || !once(life, 'hand-over')) return undefined;
  if (history.state.handler.id === owner.staffId) return undefined;
  return {
    command: { type: 'assign', data: { handler: owner.staffId, reason: '按规定交给条线负责人' } },
    actor: handler(life),
    at: minutesLater(life, 5, 25),
  };
}

function askMaterials(life: Life): Step | undefined {
  if (!life.mood.asksMaterials || !once(life, 'ask')) return undefined;
  return { command: asking(life), actor: handler(life), at: daysLater(life, 0, 1) };
}

/** Asks for what is still missing of the notice, or for something that it does not name. */
export function asking({ random, history, mood }: Life): CaseCommand {
  if (mood.secondAsk || history.missing.length === 0) {
    const materials = [{ name: random.pick(surprisingMaterials), copies: 1 }];
    return { type: 'ask-materials', data: { materials, why: random.pick(askedWhy) } };
  }
  return {
    type: 'ask-materials',
    data: { materials: history.missing.map((name) => ({ name, copies: 1 })) },
  };
}

function rareStep(life: Life): Step | undefined {
  const { world, random, history, mood } = life;
  if (!once(life, 'rare')) return undefined;
  const at = daysLater(life, 0, 2);
  switch (mood.rare) {
    case 'withdrawn':
      return withdraw(life);
    case 'transferred': {
      const { office, note } = random.pick(transfers);
      return {
        command: { type: 'transfer', note, data: { to: { office } } },
        actor: world.head,
        at,
      };
    }
    case 'extended': {
      const due = localDate(new Date(history.state.dueAt ?? lastAt(life)));
      const later = at > Date.parse(`${due}T00:00:00+08:00`) ? localDate(new Date(at)) : due;
      const until = world.desk.move(later, random.int(3, 8));
      const data = { until, reason: random.pick(extensions), approvedBy: world.head.name };
      return { command: { type: 'extend', data }, actor: world.head, at };
    }
    case 'reassigned': {
      if (history.state.confidential || history.state.handler.kind !== 'worker') return undefined;
      const to = random.pick(world.staff);
      const data = { handler: to.staffId, reason: random.pick(reassignments) };
      return { command: { type: 'assign', data }, actor: world.head, at };
    }
    case 'noted':
      return { command: { type: 'note', note: random.pick(notes) }, actor: handler(life), at };
    // Refused before it was accepted, or nothing rare at all.
    case 'refused':
    case 'none':
      return undefined;
  }
}

/** The next station by the item's route: an office, the service centre, a provider or a volunteer. */
function passOn(life: Life): Step | undefined {
  const { world, item } = life;
  switch (item?.body.route) {
    case 'review-then-subdistrict':
    case 'assist-subdistrict':
      return refer(life, officeFor(life));
    case 'refer-service-centre':
      return refer(
        life,
        world.offices.find(({ kind }) => kind === 'centre'),
      );
    case 'dispatch-provider':
    case 'dispatch-volunteer':
      return once(life, 'dispatch') ? dispatch(life, minutesLater(life, 10, 120)) : undefined;
    default:
      return undefined;
  }
}

const officeFor = ({ world, history }: Life): Office | undefined =>
  world.offices.find(
    ({ kind, level, lines }) =>
      kind === 'department' &&
      level === 'subdistrict' &&
      lines.some((line) => line === history.state.serviceLine),
  );

function refer(life: Life, office: Office | undefined): Step | undefined {
  // A case that came back is referred once more, and then answered here.
  if (office === undefined || !(once(life, 'refer') || once(life, 'refer-again'))) return undefined;
  return { command: referring(office), actor: handler(life), at: daysLater(life, 0, 2) };
}

export const referring = ({ kind, id }: Office): CaseCommand => ({
  type: 'refer',
  data: { to: { kind, id } },
});

export function dispatch(life: Life, at: number): Step {
  const { random, item } = life;
  const volunteer = item?.body.route === 'dispatch-volunteer';
  const provider = {
    kind: volunteer ? 'volunteer' : 'provider',
    name: random.pick(volunteer ? volunteers : providers),
    phone: makePhone(random),
  } as const;
  return {
    command: { type: 'dispatch', data: { provider } },
    actor: firstAskedOrHandler(life),
    at,
  };
}

const firstAskedOrHandler = (life: Life) =>
  life.history.state.handler.kind === 'worker' ? handler(life) : firstAsked(life);
