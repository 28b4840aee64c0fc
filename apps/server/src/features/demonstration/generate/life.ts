import type { SeededRandom } from '@qzt/testkit';
import { localDate } from '../../../platform/time.ts';
import type { ItemVersion } from '../../catalogue/index.ts';
import { nextWhileAccepted } from './accepted-steps.ts';
import type { CaseHistory } from './case-history.ts';
import { drawMood, type Mood } from './mood.ts';
import type { Life, Step } from './step.ts';
import {
  accept,
  afterAnswer,
  afterClosing,
  answer,
  answerAt,
  receive,
  refuse,
  takeBack,
  withdraw,
} from './steps.ts';
import type { World } from './world.ts';

/** More steps than any case of a year needs; a life that runs in a circle is a mistake of ours. */
const LONGEST = 24;

/** Lets a case live by its mood until the present: what would come later has not happened yet. */
export function live(
  world: World,
  random: SeededRandom,
  history: CaseHistory,
  item: ItemVersion | undefined,
): void {
  const life: Life = {
    world,
    random,
    history,
    item,
    mood: drawMood(random, item),
    done: new Set(),
  };
  for (let count = 0; count < LONGEST; count++) {
    const step = nextStep(life);
    if (step === undefined || !take(life, step)) return;
  }
  throw new RangeError(`办件 ${history.id} 的经历没有尽头`);
}

/** Takes a step whose time has come. Whoever is away today does nothing today. */
export function take(
  { world, random, history }: Pick<Life, 'world' | 'random' | 'history'>,
  step: Step,
): boolean {
  if (step.at > world.now) return false;
  const { actor, at, command } = step;
  const today = localDate(new Date(at)) === world.today;
  if (today && actor.kind === 'staff' && actor.staffId === world.awayToday) return false;
  if (random.chance(0.35)) history.read(actor, Math.max(history.changedAt, at - 40_000));
  history.take(command, actor, at);
  return true;
}

function nextStep(life: Life): Step | undefined {
  const { history, mood } = life;
  switch (history.state.status) {
    case 'registered':
      return mood.rare === 'refused' ? refuse(life) : accept(life);
    case 'accepted':
      return nextWhileAccepted(life);
    case 'waiting-resident':
      return mood.rare === 'withdrawn' ? withdraw(life) : receive(life);
    case 'referred':
      return takesBackNow(life, mood) ? takeBack(life) : answer(life, answerAt(life));
    case 'dispatched':
    case 'contested':
      return answer(life, answerAt(life));
    case 'answered':
      return afterAnswer(life);
    case 'closed':
      return afterClosing(life);
  }
}

function takesBackNow({ done }: Life, { takesBack }: Mood): boolean {
  if (!takesBack || done.has('take-back')) return false;
  done.add('take-back');
  return true;
}
