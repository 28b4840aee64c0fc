/*
 * What the desk window and the second screen say to each other over a BroadcastChannel of the same browser.
 *
 * - The desk says `show` whenever something changes and every BEAT_MS besides: the whole picture each time, so that a
 *   second window that was opened first, reloaded or opened twice is right after one message. `gone`: it is closing.
 * - The second screen says `here` every BEAT_MS (the desk answers one that it does not know yet with `show` at once),
 *   and `rated` when the resident touched an answer.
 *
 * Nothing of it is stored, and no message carries a name of a resident or words of a confidential matter.
 */

export const CHANNEL = 'qzt.second';
export const BEAT_MS = 2_000;
/** So long after the last sign of life the other window counts as gone. */
export const LOST_MS = 8_000;

/** A paper that the resident has to bring, and whether it is here. */
export interface SecondMaterial {
  readonly name: string;
  readonly copies?: number;
  readonly brought: boolean;
}

/** Public facts between two residents: who receives on this date, when, and one sentence. */
export interface Plate {
  readonly place: string;
  /** `YYYY-MM-DD`: the facts of another day are not shown. */
  readonly date: string;
  /** By how much the server's clock is ahead of this PC's, in milliseconds. */
  readonly aheadMs: number;
  readonly receivers: readonly string[];
  /** Opening times of the day, `08:30-11:30`; none: not known or closed. */
  readonly hours: readonly string[];
  readonly notice: string;
  /** Whether it is only practised: the screen says so around everything. */
  readonly practice?: boolean;
}

/** What the resident sees. `receiver`: who receives him. `matter` null: 为您办理中, and not a word more. */
export type Picture =
  | { readonly kind: 'plate' }
  | {
      readonly kind: 'working';
      readonly receiver: string;
      readonly matter: string | null;
      readonly materials: readonly SecondMaterial[];
      readonly howLong: string | null;
      readonly standing: string | null;
    }
  | {
      readonly kind: 'done';
      readonly receiver: string;
      readonly said: string;
      /** The whole address of the page to follow the case, for the QR code. */
      readonly track: string | null;
      /** The id of the rating that is asked for; null: none is asked for. */
      readonly rating: string | null;
      readonly rated: boolean;
    };

export const PLATE: Picture = { kind: 'plate' };

/** The three answers of the rating device, as `score` of 3. */
export const RATINGS = [
  { score: 3, label: '满意' },
  { score: 2, label: '一般' },
  { score: 1, label: '不满意' },
] as const;
export const RATING_OF = 3;

export type DeskMessage =
  | {
      readonly type: 'show';
      readonly desk: string;
      /** When this picture came up (ms): of two desks the newer one is followed. */
      readonly since: number;
      readonly picture: Picture;
      readonly plate: Plate | null;
    }
  | { readonly type: 'gone'; readonly desk: string };

export type SecondMessage =
  | { readonly type: 'here'; readonly second: string }
  | { readonly type: 'left'; readonly second: string }
  | { readonly type: 'rated'; readonly rating: string; readonly score: number };

export type Message = DeskMessage | SecondMessage;
