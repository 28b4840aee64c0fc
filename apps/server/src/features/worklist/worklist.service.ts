import type { AnswerOf } from '@qzt/contract';
import type { TodayLine, WorkLine, worklistEndpoints } from '@qzt/contract/worklist';
import { maskDoor, maskName } from '@qzt/domain/household';
import { addDays, instantAt } from '@qzt/domain/shared';
import { type WorklistName, worklistsOf } from '@qzt/domain/worklist';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import { countSince, needsSince } from './today.store.ts';
import { type WorkRow, worklist } from './worklist.store.ts';

export interface WorklistGround extends Ground {
  readonly directory: Directory;
}

const ERASED = '(内容已按请求删除)';

/** One list of work, with the figures of the whole of it. Whoever does not have the list has an empty one. */
export async function readWorklist(
  ground: WorklistGround,
  actor: Actor,
  name: WorklistName,
  limit: number,
): Promise<AnswerOf<typeof worklistEndpoints.readWorklist>> {
  if (!worklistsOf(actor.permissions, actor.org.kind).includes(name))
    return { items: [], total: 0, late: 0, today: 0 };
  const units = await ground.directory.units();
  return transact(ground, actor, '查看待办清单', async (work) => {
    const { rows, ...figures } = await worklist(work, name, endOfToday(work.now), limit);
    work.audit({ action: 'worklist.read', subject: 'case', facts: { name, found: rows.length } });
    const items = rows.map((row) =>
      workLine(row, units.get(row.committee_id)?.name ?? '', work.now),
    );
    return { items, ...figures };
  });
}

const endOfToday = (now: Date): Date => new Date(instantAt(addDays(localDate(now), 1), '00:00'));

/** Kinds of which nothing of ours can be late. */
const RESTS = ['resident', 'silence'];

/** A line of a list: person and door masked. */
export function workLine(row: WorkRow, committee: string, now: Date): WorkLine {
  const { state, at } = row;
  const kind = row.kind as WorkLine['kind'];
  return {
    caseId: row.id,
    number: row.number,
    committee,
    title: row.title ?? ERASED,
    who: row.name === undefined ? null : maskName(row.name),
    door: row.door === null ? null : maskDoor(row.door),
    status: state.status,
    firstAsked: { ...state.firstAsked },
    handler: state.handler.name,
    kind,
    at: at === null ? null : toOffset(at),
    late: at !== null && kind !== null && !RESTS.includes(kind) && at < now,
    urgent: state.urgent,
    ...(state.alarm ? { alarm: { since: state.alarm.since, calledAt: state.alarm.calledAt } } : {}),
    confidential: state.confidential,
  };
}

/** What people came for today. Errors: `not-permitted`. */
export async function readToday(
  ground: Ground,
  actor: Actor,
  limit: number,
): Promise<AnswerOf<typeof worklistEndpoints.readToday>> {
  permit(actor, 'encounter.read');
  return transact(ground, actor, '查看今天的接待', async (work) => {
    const from = new Date(instantAt(localDate(work.now), '00:00'));
    const [rows, counted] = await Promise.all([
      needsSince(work, from, limit),
      countSince(work, from),
    ]);
    work.audit({ action: 'encounter.today', subject: 'encounter', facts: { found: rows.length } });
    const items = rows.map(
      (row): TodayLine => ({
        needId: row.need_id,
        startedAt: toOffset(row.started_at),
        words: row.words ?? ERASED,
        outcome: row.outcome as TodayLine['outcome'],
        caseId: row.case_id,
        status: row.status as TodayLine['status'],
        ending: row.ending,
        confidential: row.confidential,
      }),
    );
    return { items, ...counted };
  });
}
