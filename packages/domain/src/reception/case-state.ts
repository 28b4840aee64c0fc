import type { ServiceLine } from '../org/index.ts';
import type { PromiseParameters, WorkingTime } from '../promise/index.ts';
import type { InstantText } from '../shared/index.ts';
import type { Named } from './case-event.ts';
import type { Trip } from './journeys.ts';
import type { CaseEnding, CaseKind, CaseStatus } from './vocabulary.ts';

export interface Handler {
  readonly kind: 'worker' | 'department' | 'centre' | 'provider' | 'volunteer';
  readonly id?: string;
  readonly name: string;
  readonly org: string;
}

/** A material of the notice, or asked for later. */
export interface MaterialState {
  readonly name: string;
  readonly received: boolean;
  readonly copies: number;
}

/** From where the limit of a case is counted. */
export interface CaseClock {
  /** Counted working days from an event, or a time that a head agreed to. */
  readonly base:
    | { readonly kind: 'days'; readonly from: InstantText; readonly workingDays: number }
    | { readonly kind: 'until'; readonly until: string };
  /** Working days by which pauses have moved the due time. */
  readonly movedBy: number;
  /** From when the present pause counts; null while the clock runs. */
  readonly pausedFrom: InstantText | null;
  /** Years without a calendar that the pauses touched. */
  readonly uncertainYears: readonly number[];
}

/** An alarm that runs: since when, for which danger of the list (null: none was named), and when somebody first called. */
export interface Alarm {
  readonly since: InstantText;
  readonly danger: string | null;
  readonly calledAt: InstantText | null;
}

/** Everything about a case that follows from its events. */
export interface CaseState {
  readonly status: CaseStatus;
  readonly ending: CaseEnding | null;
  readonly kind: CaseKind;
  readonly committee: Named;
  readonly serviceItem: { readonly code: string; readonly version: number } | null;
  readonly serviceLine: ServiceLine | null;
  readonly handOver: boolean;
  readonly urgent: boolean;
  readonly confidential: boolean;
  readonly mandatoryReport: boolean;
  /** Present while danger is open: neither answered nor found to be none. */
  readonly alarm?: Alarm;
  /** Present where others were let know of a confidential case. */
  readonly shared?: readonly Named[];
  /** Whether the duty to report was done (true), declined with a reason (false), or is open (null). */
  readonly reported: boolean | null;
  readonly residentId: string | null;
  readonly encounterId: string | null;
  readonly needId: string | null;
  readonly askable: boolean;
  readonly firstAsked: Named;
  readonly handler: Handler;
  readonly standIn?: Named;
  readonly registeredAt: InstantText;
  readonly acceptedAt: InstantText | null;
  readonly answeredAt: InstantText | null;
  readonly closedAt: InstantText | null;
  readonly reopenedAt: InstantText | null;
  readonly dueAt: InstantText | null;
  readonly dueKind: 'accept' | 'limit' | 'resident' | null;
  /** The years without a calendar that make the due time an estimate; null: it is certain. */
  readonly uncertainDue: { readonly years: readonly number[] } | null;
  readonly clock: CaseClock;
  /** Present while the clock stands still; `why` is a code. */
  readonly paused?: { readonly since: InstantText; readonly why: 'materials' };
  /** Present from another office's answer until the resident was told of it: by when the worker first asked does so. */
  readonly tell?: { readonly since: InstantText; readonly dueAt: InstantText };
  /** When silence after the answer closes the case; null unless answered. */
  readonly silenceUntil: InstantText | null;
  /** The last date on which the resident may have it reopened; null unless closed. */
  readonly reopenUntil: string | null;
  readonly journeys: number;
  /** The names that the resident was told first; null as long as nothing was told (no item, nothing asked). */
  readonly firstNotice: readonly string[] | null;
  readonly materials: readonly MaterialState[];
  readonly secondAsk: boolean;
  readonly extended: boolean;
  readonly rating: { readonly score: number; readonly of: number } | null;
}

/** What the rules need besides the events. */
export interface CaseContext extends WorkingTime {
  /** The limit of the item's version; null where there is no item (其他). 0: the same day. */
  readonly limitWorkingDays: number | null;
  readonly params: PromiseParameters;
  /** The encounters of this case, for its journeys. */
  readonly encounters?: readonly Trip[];
  readonly standIn?: Named;
}
