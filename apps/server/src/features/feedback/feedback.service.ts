import type { AnswerOf, BodyOf } from '@qzt/contract';
import type { FeedbackView, feedbackEndpoints } from '@qzt/contract/feedback';
import { feedbackDue } from '@qzt/domain/feedback';
import type { Actor } from '../../platform/actor.ts';
import { pageOf } from '../../platform/page.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { toOffset } from '../../platform/time.ts';
import { againAfter, type Ground, transact, violated } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import type { WorkingTimes } from '../promise/index.ts';
import * as store from './feedback.store.ts';
import { feedbackView } from './feedback-view.ts';

export interface FeedbackGround extends Ground {
  readonly directory: Directory;
  readonly workingTimes: WorkingTimes;
}

/** Whether it goes above whatever the author chose: an office has no head here, a district nobody above it. */
function goesAbove({ org }: Actor, wished: boolean): boolean {
  if (org.kind === 'committee') return wished;
  return org.kind !== 'district';
}

const TAKEN = ['feedback_pkey', 'data_key_committee_id_subject_kind_subject_id_key'];

/** Stores a suggestion, a problem or a complaint. Errors: `id-exists`. */
export async function writeFeedback(
  ground: FeedbackGround,
  actor: Actor,
  body: BodyOf<typeof feedbackEndpoints.writeFeedback>,
  repeat: Repeat,
): Promise<FeedbackView> {
  const time = await ground.workingTimes.of(actor.org.id);
  const { wantsAnswer, above, ...rest } = body;
  try {
    return await transact(
      ground,
      actor,
      '提意见',
      async (work) => {
        const stored = store.insertFeedback(work, {
          ...rest,
          above: goesAbove(actor, above),
          wants_answer: wantsAnswer,
          due_at: new Date(feedbackDue(toOffset(work.now), time)),
        });
        if (stored.key) work.tellsOf(stored.key);
        // The log says that somebody wrote; which one it was would name the author to whoever reads both.
        const facts = { kind: body.kind, page: body.page };
        work.audit({
          action: 'feedback.write',
          subject: 'feedback',
          facts,
          ...(body.anonymous ? {} : { subjectId: body.id }),
        });
        return feedbackView(stored, actor, actor.org.name, work.now);
      },
      repeat,
    );
  } catch (error) {
    if (!TAKEN.some((constraint) => violated(error, constraint))) throw error;
    const known = await transact(ground, actor, '查重', (work) =>
      store.findFeedback(work, body.id),
    );
    throw known ? new Refusal('id-exists', { version: known.version }) : notFound();
  }
}

interface Query extends store.FeedbackPage {
  readonly list: 'mine' | 'received';
}

/** What the actor wrote, or what is his to answer. Errors: `not-permitted`. */
export async function listFeedback(
  ground: FeedbackGround,
  actor: Actor,
  { list, limit, after }: Query,
): Promise<AnswerOf<typeof feedbackEndpoints.listFeedback>> {
  if (list === 'received') permit(actor, 'feedback.answer');
  const read = list === 'mine' ? store.feedbackBy : store.feedbackReceived;
  const units = await ground.directory.units();
  return transact(ground, actor, '查看意见', async (work) => {
    const [rows, counted] = await Promise.all([
      read(work, { limit: limit + 1, after }),
      store.countOpen(work, list),
    ]);
    const page = pageOf(rows, limit, ({ at, id }) => ({ at: at.toISOString(), id }));
    work.audit({
      action: 'feedback.list',
      subject: 'feedback',
      facts: { list, found: page.items.length },
    });
    const items = page.items.map((one) =>
      feedbackView(one, actor, units.get(one.owner_org_id)?.name ?? '', work.now),
    );
    return { ...counted, items, nextCursor: page.nextCursor };
  });
}

/**
 * Answers what somebody wrote. Errors: `not-permitted`, `not-found`, `version-conflict`; `transition-not-allowed` where
 * its words were erased.
 */
export async function answerFeedback(
  ground: FeedbackGround,
  actor: Actor,
  id: string,
  version: number,
  text: string,
): Promise<FeedbackView> {
  permit(actor, 'feedback.answer');
  const units = await ground.directory.units();
  return againAfter('version-conflict', () =>
    transact(ground, actor, '回答意见', async (work) => {
      const seen = await store.findFeedback(work, id);
      if (seen === undefined) throw notFound('没有找到这条意见');
      if (seen.author_id === actor.id && seen.above)
        throw new Refusal('not-permitted', { detail: '这条是您自己写给上级的,由上级回答' });
      const view = (stored: store.StoredFeedback) =>
        feedbackView(stored, actor, units.get(stored.owner_org_id)?.name ?? '', work.now);
      if (seen.version !== version) {
        if (seen.answer === text && seen.answered_by === actor.id) return view(seen);
        throw new Refusal('version-conflict', { version: seen.version });
      }
      if (seen.key === undefined)
        throw new Refusal('transition-not-allowed', { detail: '这条意见的内容已按请求删除' });
      const answered = store.writeAnswer(work, seen, seen.key, text);
      work.audit({ action: 'feedback.answer', subject: 'feedback', subjectId: id });
      return view(answered);
    }),
  );
}
