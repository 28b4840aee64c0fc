import type { Trouble } from '../../platform/trouble.ts';
import type { Ask } from './ask.ts';
import type { Act } from './compose.ts';
import type { Draft } from './draft.ts';
import type { Held } from './hold.ts';

/** What stands under the form: what was just done, what went wrong, what can be taken back. */
export interface Status {
  readonly sending: Act | null;
  readonly failed: Act | null;
  readonly trouble: Trouble | null;
  readonly fields: Readonly<Record<string, string>>;
  /** One quiet sentence. */
  readonly said: string | null;
  /** A second one: what the record of before still lacks. It stops nothing. */
  readonly hint: string | null;
  /** What Ctrl+Z would bring back. */
  readonly back: 'held' | 'put-away' | 'left' | null;
  readonly asked: Ask | null;
  /** An entry that was held and could not be sent. */
  readonly stuck: { readonly held: Held; readonly trouble: Trouble } | null;
  /** The one who was just served, for one more matter of his. */
  readonly before: Draft | null;
}

/** Nothing to say. */
export const CALM: Status = {
  sending: null,
  failed: null,
  trouble: null,
  fields: {},
  said: null,
  hint: null,
  back: null,
  asked: null,
  stuck: null,
  before: null,
};

/** Why the next one has to wait: one copy at a time outlives a crash. */
export const STUCK_BEFORE: Trouble = {
  outcome: 'refused',
  code: null,
  title: '上一笔还没存上,请先点“再试”或“拿回来改”,再办这一笔',
  fields: {},
  version: null,
};
