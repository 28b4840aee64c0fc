import type { Told } from '@qzt/domain/portal';

/*
 * What the server hands to the residents' pages, which draw it as plain HTML. `/track` is a page and no endpoint: its
 * code is a secret of whoever holds it, so there is one way to ask and one place that limits it.
 */

/** A case as whoever holds its code sees it: no name of a resident, no word, no matter. */
export interface TrackView extends Told {
  readonly committee: string;
  /** The worker first asked, whom to ask for. */
  readonly receiver: string;
  /** The number of the reception desk; null where nobody entered it. */
  readonly phone: string | null;
  /** The week when the committee is open, in words; null where nobody entered it. */
  readonly hours: string | null;
  /** The last four digits of the case's number, so that two slips can be told apart. */
  readonly numberEnd: string;
}

/** `ask`: nothing was asked yet. `unknown`: no such code, or its case may not be shown, or was erased: one answer for all. */
export type TrackPage =
  | { readonly state: 'ask' }
  | { readonly state: 'found'; readonly view: TrackView; readonly at: string }
  | { readonly state: 'unknown'; readonly typed: string }
  | { readonly state: 'slow'; readonly waitSeconds: number }
  | { readonly state: 'away' };

/** The residents' pages: each draws a whole document. `at`, `now` and all times are ISO 8601 with offset. */
export interface ResidentPages {
  readonly track: (page: TrackPage) => string;
}
