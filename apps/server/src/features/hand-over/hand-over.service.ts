import type { AnswerOf, BodyOf } from '@qzt/contract';
import type { HandOverPreview, HandOverView, handOverEndpoints } from '@qzt/contract/hand-over';
import { checkTake, checkWithdraw, nextShift } from '@qzt/domain/hand-over';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { toOffset } from '../../platform/time.ts';
import { type Ground, isGuard, transact, violated, type Work } from '../../platform/transact.ts';
import type { Presence, WorkingTimes } from '../promise/index.ts';
import { colleagues, contentsOf } from './contents.store.ts';
import {
  findHandOver,
  handOversSince,
  insertHandOver,
  type StoredHandOver,
  settleHandOver,
} from './hand-over.store.ts';
import { contentsReader, handOverView } from './hand-over-view.ts';

export interface HandOverGround extends Ground {
  readonly workingTimes: WorkingTimes;
  readonly presence: Presence;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const LONGEST_MS = 60 * 24 * 3_600_000;

function ownCommittee(actor: Actor): string {
  permit(actor, 'handOver.write');
  if (actor.org.kind !== 'committee')
    throw new Refusal('not-permitted', { detail: '交接班在居委会里进行' });
  return actor.org.id;
}

const shiftEnd = async (ground: HandOverGround, committeeId: string, now: Date): Promise<string> =>
  nextShift(toOffset(now), await ground.workingTimes.of(committeeId));

/** What the actor would hand over now. Errors: `not-permitted`. */
export async function previewHandOver(
  ground: HandOverGround,
  actor: Actor,
): Promise<HandOverPreview> {
  const committeeId = ownCommittee(actor);
  const now = ground.clock.now();
  const until = await shiftEnd(ground, committeeId, now);
  const { primary, backup } = await ground.presence.onDuty(committeeId, now);
  return transact(ground, actor, '准备交班', async (work) => {
    const [{ contents, kept }, others] = await Promise.all([
      contentsOf(work, committeeId, new Date(until)),
      colleagues(work, committeeId),
    ]);
    const read = await contentsReader(work, [contents]);
    work.audit({ action: 'handOver.preview', subject: 'handOver', committeeId });
    const suggested = [backup, primary].find((one) => one && one.id !== actor.id);
    return {
      until,
      contents: read(contents),
      kept,
      colleagues: others,
      suggested: suggested ?? null,
    };
  });
}

/** The hand-overs of a week, and older ones that nobody has taken. Errors: `not-permitted`. */
export async function listHandOvers(
  ground: HandOverGround,
  actor: Actor,
): Promise<AnswerOf<typeof handOverEndpoints.listHandOvers>> {
  const committeeId = ownCommittee(actor);
  return transact(ground, actor, '查看交接', async (work) => {
    const since = new Date(work.now.getTime() - WEEK_MS);
    const all = await handOversSince(work, committeeId, since);
    const read = await contentsReader(
      work,
      all.map(({ contents }) => contents),
    );
    work.audit({ action: 'handOver.list', subject: 'handOver', facts: { found: all.length } });
    const items = all.map((one) => handOverView(one, read(one.contents), actor.id));
    const open = items.filter(({ taken, withdrawnAt }) => !taken && !withdrawnAt).length;
    return { items, open };
  });
}

type Given = BodyOf<typeof handOverEndpoints.giveHandOver>;

/** Hands over. Errors: `not-permitted`, `invalid-input` (to, until), `id-exists`. */
export async function giveHandOver(
  ground: HandOverGround,
  actor: Actor,
  input: Given,
  repeat: Repeat,
): Promise<HandOverView> {
  const committeeId = ownCommittee(actor);
  const until = input.until ?? (await shiftEnd(ground, committeeId, ground.clock.now()));
  try {
    return await transact(
      ground,
      actor,
      '交班',
      (work) => give(work, committeeId, input, new Date(until)),
      repeat,
    );
  } catch (error) {
    if (!violated(error, 'hand_over_pkey') && !violated(error, KEY_TAKEN)) throw error;
    throw await known(ground, actor, committeeId, input.id, 'id-exists');
  }
}

const KEY_TAKEN = 'data_key_committee_id_subject_kind_subject_id_key';

async function give(
  work: Work,
  committeeId: string,
  { id, to, note }: Given,
  until: Date,
): Promise<HandOverView> {
  const ahead = until.getTime() - work.now.getTime();
  if (ahead <= 0 || ahead > LONGEST_MS)
    throw wrongField('until', '接到什么时候为止?请选以后的时间,两个月以内', 'out-of-range');
  const receiver =
    to === undefined
      ? undefined
      : (await colleagues(work, committeeId)).find((one) => one.id === to);
  if (to !== undefined && receiver === undefined)
    throw wrongField('to', '请选本居委会在岗的同事', 'unknown-worker');
  const { contents } = await contentsOf(work, committeeId, until);
  const read = await contentsReader(work, [contents]);
  const made = insertHandOver(work, {
    committee_id: committeeId,
    id,
    from_id: work.actor.id,
    from_name: work.actor.name,
    to_id: receiver?.id ?? null,
    to_name: receiver?.name ?? null,
    given_at: work.now,
    until,
    contents,
    note,
    taken_by: null,
    taken_name: null,
    taken_at: null,
    withdrawn_at: null,
    version: 1,
  });
  if (made.key) work.tellsOf(made.key);
  work.audit({ action: 'handOver.give', subject: 'handOver', subjectId: id, committeeId });
  return handOverView(made, read(contents), work.actor.id);
}

/** The refusal of an act on a hand-over that stands otherwise than it was thought to. */
async function known(
  ground: HandOverGround,
  actor: Actor,
  committeeId: string,
  id: string,
  code: 'id-exists' | 'version-conflict',
): Promise<Refusal> {
  const one = await transact(ground, actor, '查看版本', (work) =>
    findHandOver(work, committeeId, id),
  );
  return one === undefined ? notFound() : new Refusal(code, { version: one.version });
}

/**
 * Takes a hand-over by name, or takes it back. Errors: `not-permitted`, `not-found`, `version-conflict`,
 * `transition-not-allowed`.
 */
export async function settle(
  ground: HandOverGround,
  actor: Actor,
  how: 'taken' | 'withdrawn',
  id: string,
  version: number,
  repeat: Repeat,
): Promise<HandOverView> {
  const committeeId = ownCommittee(actor);
  try {
    const answer = await transact(
      ground,
      actor,
      how === 'taken' ? '接班' : '收回交班',
      (work) => settleOne(work, committeeId, how, id, version),
      repeat,
    );
    // Who stands in for whom has just changed.
    ground.presence.forget();
    return answer;
  } catch (error) {
    if (!isGuard(error, 'version-conflict')) throw error;
    throw await known(ground, actor, committeeId, id, 'version-conflict');
  }
}

const ruleOf = (one: StoredHandOver) => ({
  fromId: one.from_id,
  toId: one.to_id,
  takenBy: one.taken_by,
  withdrawn: one.withdrawn_at !== null,
});

async function settleOne(
  work: Work,
  committeeId: string,
  how: 'taken' | 'withdrawn',
  id: string,
  version: number,
): Promise<HandOverView> {
  const one = await findHandOver(work, committeeId, id);
  if (one === undefined) throw notFound('没有找到这份交接');
  if (one.version !== version) throw new Refusal('version-conflict', { version: one.version });
  (how === 'taken' ? checkTake : checkWithdraw)(ruleOf(one), work.actor.id);
  const read = await contentsReader(work, [one.contents]);
  const after = settleHandOver(work, one, how);
  if (after.key) work.tellsOf(after.key);
  work.audit({ action: `handOver.${how}`, subject: 'handOver', subjectId: id, committeeId });
  return handOverView(after, read(after.contents), work.actor.id);
}
