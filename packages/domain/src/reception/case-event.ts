import type { OrgKind, ServiceLine } from '../org/index.ts';
import type { InstantText } from '../shared/index.ts';
import type { EventType } from './case-table.ts';
import type { CaseKind, CloseReason, How } from './vocabulary.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A material with its number of copies. */
export interface Material {
  readonly name: string;
  readonly copies: number;
}

/** Who made an event. `org` is the name of the organisation at that time. */
export interface EventActor {
  readonly kind: 'staff' | 'resident' | 'job';
  readonly id: string;
  readonly name: string;
  readonly org: string;
}

export interface OfficeRef {
  readonly kind: Extract<OrgKind, 'department' | 'centre'>;
  readonly id: string;
  readonly name?: string;
}

/**
 * The stored part of each event: codes and references. What people wrote (answers, reasons, notes, telephones) is in
 * `EventText`, which lies encrypted elsewhere and may be gone after an erasure; no rule reads it.
 */
export interface EventDataOf {
  readonly register: {
    readonly kind: CaseKind;
    readonly committee: Named;
    readonly firstAsked: Named;
    readonly serviceItem?: { readonly code: string; readonly version: number };
    readonly serviceLine?: ServiceLine;
    readonly handOver?: boolean;
    /** The materials that the requirement notice names. */
    readonly notice: readonly string[];
    /** The materials that came with the matter. */
    readonly materials: readonly Material[];
    readonly urgent?: boolean;
    readonly confidential?: boolean;
    readonly mandatoryReport?: boolean;
    /** Code of the danger that was said. */
    readonly danger?: string;
    readonly encounterId?: string;
    readonly needId?: string;
    readonly residentId?: string;
    /** Whether anybody can be asked if the answer helped: a resident, or a telephone. */
    readonly askable: boolean;
  };
  readonly accept: Nothing;
  readonly 'ask-materials': { readonly materials: readonly Material[] };
  readonly 'receive-materials': { readonly materials: readonly Material[] };
  readonly refer: { readonly to: OfficeRef };
  readonly dispatch: {
    readonly provider: { readonly kind: 'provider' | 'volunteer'; readonly id?: string };
    readonly at?: InstantText;
  };
  readonly 'take-back': Nothing;
  /** `closes`: answered on the spot with nobody to be asked afterwards. */
  readonly answer: { readonly closes?: 'settled' };
  readonly confirm: { readonly how?: How };
  readonly contest: { readonly how?: How };
  readonly refuse: Nothing;
  readonly transfer: { readonly to: { readonly kind?: string; readonly id?: string } };
  readonly withdraw: Nothing;
  readonly close: { readonly tries?: number; readonly reason?: CloseReason };
  readonly duplicate: { readonly of: string };
  readonly reopen: {
    readonly how?: How;
    /** Who goes on where somebody has left since (`left`): the first asked and the handler from now on. */
    readonly names?: { readonly firstAsked: Named; readonly handler: Named; readonly left: Named };
  };
  readonly extend: { readonly until: string };
  readonly assign: {
    readonly firstAsked?: string;
    readonly handler?: string;
    /** The people behind the two ids, as they were called then. */
    readonly names: { readonly firstAsked?: Named; readonly handler?: Named };
  };
  readonly note: Nothing;
  readonly rate: { readonly score: number; readonly of: number };
  readonly contact: Nothing;
  readonly tell: { readonly how: How };
  /** `whom`: a role of the telephone book. */
  readonly call: { readonly whom: string };
  readonly alarm: {
    readonly danger?: string;
    readonly confidential?: boolean;
    readonly mandatoryReport?: boolean;
  };
  readonly 'all-clear': Nothing;
  readonly 'must-report': Nothing;
  readonly report: { readonly reported: boolean; readonly at?: InstantText };
  readonly share: { readonly staff: string; readonly names: { readonly staff: Named } };
  readonly unshare: { readonly staff: string; readonly names: { readonly staff: Named } };
}

export type Nothing = Readonly<Record<string, never>>;

/** The personal part of an event: the note, and the fields of `data` that are not stored with it. */
export interface EventText {
  readonly note?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An event as the rules make it; whoever stores it adds sequence and id. `text` is null where nothing was written. */
export type EventDraft = {
  readonly [T in EventType]: {
    readonly type: T;
    readonly at: InstantText;
    readonly actor: EventActor;
    readonly data: EventDataOf[T];
    readonly text: EventText | null;
  };
}[EventType];

/** What `applyEvent` needs of an event: codes and references, and nothing of what people wrote. */
export type CaseEvent = {
  readonly [T in EventType]: {
    readonly type: T;
    readonly at: InstantText;
    readonly actor: EventActor;
    readonly data: EventDataOf[T];
  };
}[EventType];
