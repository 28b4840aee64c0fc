import type { SeededRandom } from '@qzt/testkit';
import type { ItemVersion } from '../../catalogue/index.ts';
import { asking, dispatch, handOver, referring } from './accepted-steps.ts';
import type { CaseHistory } from './case-history.ts';
import { take } from './life.ts';
import type { Stage } from './matter.ts';
import { drawMood } from './mood.ts';
import type { Life, Step } from './step.ts';
import { accept, answer, daysLater, firstAsked, handler, minutesLater } from './steps.ts';
import { contests } from './texts.ts';
import type { Office, StaffActor, World } from './world.ts';

/** Brings a case to the stage at which the demonstration shows it, and no further. */
export function liveUntil(
  world: World,
  random: SeededRandom,
  history: CaseHistory,
  item: ItemVersion | undefined,
  stage: Stage,
): void {
  if (stage === 'registered') return;
  const mood = {
    ...drawMood(random, item),
    acceptance: 'atOnce',
    secondAsk: stage === 'secondAsk',
  } as const;
  const life: Life = { world, random, history, item, mood, done: new Set() };
  if (!take(life, accept(life))) return;
  for (const next of STEPS[stage]) {
    const step = next(life);
    if (step && !take(life, step)) return;
  }
}

type Next = (life: Life) => Step | undefined;

const ask: Next = (life) => ({
  command: asking(life),
  actor: handler(life),
  at: minutesLater(life, 15, 40),
});

const answerNextDay: Next = (life) => answer(life, daysLater(life, 1, 1));

const contestNextDay: Next = (life) => ({
  command: { type: 'contest', note: life.random.pick(contests), data: { how: 'phone' } },
  actor: firstAsked(life),
  at: daysLater(life, 1, 1),
});

/** To somebody else, by the head: to whoever is at the desk today, or to himself. */
const assignTo =
  (whom: (world: World) => StaffActor | undefined, reason: string): Next =>
  (life) => {
    const to = whom(life.world);
    if (to === undefined || to.staffId === life.history.state.handler.id) return undefined;
    return {
      command: { type: 'assign', data: { handler: to.staffId, reason } },
      actor: life.world.head,
      at: minutesLater(life, 5, 20),
    };
  };

const referTo =
  (wanted: (office: Office, life: Life) => boolean): Next =>
  (life) => {
    const office = life.world.offices.find((one) => wanted(one, life));
    return (
      office && { command: referring(office), actor: handler(life), at: minutesLater(life, 20, 60) }
    );
  };

const confirmNextDay: Next = (life) => ({
  command: { type: 'confirm', data: { how: 'phone' } },
  actor: firstAsked(life),
  at: daysLater(life, 1, 1),
});

const toCentre = referTo(({ kind }) => kind === 'centre');

const STEPS: Readonly<Record<Exclude<Stage, 'registered'>, readonly Next[]>> = {
  accepted: [],
  handedOver: [handOver],
  toDesk: [assignTo(({ staff }) => staff[0], '今天在台上,先处理')],
  toHead: [assignTo(({ head }) => head, '我来跟律师约时间')],
  waiting: [ask],
  secondAsk: [ask],
  toOffice: [
    referTo(
      ({ level, lines }, { history }) =>
        level === 'subdistrict' && lines.some((line) => line === history.state.serviceLine),
    ),
  ],
  toCentre: [toCentre],
  toDistrict: [referTo(({ level }) => level === 'district')],
  dispatched: [(life) => dispatch(life, minutesLater(life, 15, 40))],
  answered: [answerNextDay],
  contested: [answerNextDay, contestNextDay],
  confirmed: [toCentre, (life) => answer(life, daysLater(life, 5, 8)), confirmNextDay],
};
