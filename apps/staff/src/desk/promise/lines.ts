import type { PromiseLine } from '@qzt/contract/promise';
import type { CaseLine } from '@qzt/contract/reception';
import { localMoment, nearText } from '@qzt/ui';
import { statusText } from '../case/words.ts';
import type { Line } from './line-list.tsx';
import type { Contact } from './lists.ts';
import { urgencyOf } from './urgency.ts';

export const promiseLine = (promise: PromiseLine): Line => ({
  key: promise.id,
  caseId: promise.caseId,
  when: nearText(promise.dueAt),
  text: promise.title,
  urgency: urgencyOf(promise.dueAt, promise.late),
});

/** Whose matter it is stands first; the number is in the open record. `more`: who answers for it, where that is news. */
export const caseLine = (line: CaseLine, more?: string): Line => ({
  key: line.id,
  caseId: line.id,
  when: line.dueAt === null ? statusText(line) : nearText(line.dueAt),
  text: line.resident === undefined ? line.title : `${line.resident.name} ${line.title}`,
  ...(more === undefined ? {} : { more }),
  urgency: line.dueAt === null ? 'calm' : urgencyOf(line.dueAt, line.flags.includes('late')),
});

/** A matter that waits for the resident: since when, because nothing of ours is due meanwhile. */
export const waitingLine = (line: CaseLine): Line => ({
  ...caseLine(line),
  when: line.paused === undefined ? statusText(line) : `${nearText(line.paused.since)} 起`,
  urgency: 'calm',
});

const OUTCOME: Readonly<Record<string, string>> = {
  settled: '当场办好',
  advice: '已答复',
  referred: '已指路',
  refused: '不予办理',
  case: '已登记',
};

export const contactLine = ({ startedAt, need, made }: Contact): Line => ({
  key: need.id,
  caseId: need.caseId ?? null,
  when: localMoment(startedAt).time,
  text: need.words,
  more: made === null ? (OUTCOME[need.outcome] ?? need.outcome) : statusText(made),
  urgency: 'calm',
});
