import type { FeedbackView } from '@qzt/contract/feedback';
import type { Actor } from '../../platform/actor.ts';
import { toOffset } from '../../platform/time.ts';
import type { StoredFeedback } from './feedback.store.ts';

const ERASED = '(内容已按请求删除)';

/** What was written, as this person may see it: without a name where the author wished so, unless he is the author. */
export function feedbackView(
  stored: StoredFeedback,
  actor: Actor,
  orgName: string,
  now: Date,
): FeedbackView {
  const mine = stored.author_id === actor.id;
  const { answered_by: by, answered_by_name: name, answered_at: at } = stored;
  return {
    id: stored.id,
    kind: stored.kind,
    text: stored.text ?? ERASED,
    page: stored.page,
    at: toOffset(stored.at),
    org: { id: stored.owner_org_id, name: orgName },
    author: stored.anonymous && !mine ? null : { id: stored.author_id, name: stored.author_name },
    mine,
    anonymous: stored.anonymous,
    above: stored.above,
    wantsAnswer: stored.wants_answer,
    dueAt: toOffset(stored.due_at),
    late: stored.wants_answer && at === null && stored.due_at < now,
    answer:
      by === null || name === null || at === null
        ? null
        : { text: stored.answer ?? ERASED, by: { id: by, name }, at: toOffset(at) },
    version: stored.version,
  };
}
