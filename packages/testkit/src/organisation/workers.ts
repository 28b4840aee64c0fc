import { SERVICE_LINES, type ServiceLine } from '@qzt/domain/org';
import type { Sex } from '../person/given-names.ts';
import { makeName } from '../person/name.ts';
import { makePhone } from '../person/phone.ts';
import type { SeededRandom } from '../random/random.ts';
import { uuidFrom } from '../random/uuid-from.ts';

/** Somebody who works for a committee. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly age: number;
  readonly phone: string;
  /** 书记, 主任 or 社区工作者. */
  readonly post: string;
  /** Secretary or director. */
  readonly leader: boolean;
  /** The lines that this worker knows best; every line of a committee is somebody's. */
  readonly serviceLines: readonly ServiceLine[];
}

export interface WorkersPlan {
  /** `YYYY-MM-DD`; ages hold on it. */
  readonly today: string;
  /** How many: 7 to 9 where it is left out (standing: press-local, figures of Hongkou). At least 2. */
  readonly count?: number;
}

const posts = ['书记', '主任'];

function linesOf(random: SeededRandom, count: number): ServiceLine[][] {
  const lines = Array.from({ length: count }, (): ServiceLine[] => []);
  // The secretary keeps the party line; all others are dealt out, everybody before anybody twice.
  lines[0]?.push('党群');
  const rest = random.shuffle(SERVICE_LINES.filter((line) => line !== '党群'));
  for (const [i, line] of rest.entries()) lines[(i + 1) % count]?.push(line);
  return lines;
}

/** The workers of one committee, secretary and director first. Throws RangeError for fewer than two. */
export function makeWorkers(random: SeededRandom, plan: WorkersPlan): Worker[] {
  const count = plan.count ?? random.int(7, 9);
  if (count < 2) throw new RangeError('一个居委会至少要有书记和主任两个人');
  const timeMs = Date.parse(`${plan.today}T00:00:00Z`);
  const year = Number(plan.today.slice(0, 4));
  const lines = linesOf(random, count);
  const taken = new Set<string>();
  const freshName = (sex: Sex, bornYear: number): string => {
    for (let tries = 0; tries < 20; tries++) {
      const name = makeName(random, { sex, bornYear });
      if (!taken.has(name)) return name;
    }
    throw new RangeError('没有更多不同的名字');
  };
  return lines.map((serviceLines, i): Worker => {
    const sex: Sex = random.chance(0.72) ? 'female' : 'male';
    const age = i < posts.length ? random.int(38, 58) : random.int(24, 59);
    const name = freshName(sex, year - age);
    taken.add(name);
    return {
      id: uuidFrom(random, timeMs),
      name,
      sex,
      age,
      phone: makePhone(random),
      post: posts[i] ?? '社区工作者',
      leader: i < posts.length,
      serviceLines,
    };
  });
}
