import type { Role, ServiceLine } from '../org/index.ts';
import type { Material, Named } from './case-event.ts';
import type { CaseContext } from './case-state.ts';
import type { PostableType } from './case-table.ts';
import type { CloseReason, How } from './vocabulary.ts';

/** A person of the staff, as far as an assignment needs to know. */
export interface StaffFact {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
  readonly roles: readonly Role[];
  readonly serviceLines: readonly ServiceLine[];
}

/** An office that a case can be handed to. */
export interface OfficeFact {
  readonly id: string;
  readonly kind: 'department' | 'centre';
  readonly name: string;
}

/** What follows from a danger for the case that is about it. */
export interface DangerFact {
  readonly code: string;
  readonly confidential: boolean;
  /** Whether the police must be told whoever is hurt. */
  readonly mandatoryReport: boolean;
}

/** What `decide` needs besides: the case's own id, and the people and offices that the command names. */
export interface DecideContext extends CaseContext {
  readonly caseId: string;
  /** Somebody of the staff who is there (not one who has left), or undefined. */
  readonly staff: (id: string) => StaffFact | undefined;
  /** Who heads the committee and is there, for a reopening: empty where nobody does. */
  readonly heads?: readonly Named[];
  /** A danger of the list, or undefined. */
  readonly danger: (code: string) => DangerFact | undefined;
  /** An office of the subdistrict or district, or undefined. */
  readonly office: (id: string) => OfficeFact | undefined;
}

type Maybe<T> = T | undefined;

/** The `data` of a step as it is sent, in the contract's words. */
export interface CommandDataOf {
  readonly accept: NoFields;
  readonly 'ask-materials': {
    readonly materials: readonly Material[];
    readonly why?: Maybe<string>;
  };
  readonly 'receive-materials': { readonly materials: readonly Material[] };
  readonly refer: { readonly to: { readonly kind: 'department' | 'centre'; readonly id: string } };
  readonly dispatch: {
    readonly provider: {
      readonly kind?: Maybe<'provider' | 'volunteer'>;
      readonly id?: Maybe<string>;
      readonly name?: Maybe<string>;
      readonly phone: string;
    };
    readonly at?: Maybe<string>;
  };
  readonly 'take-back': NoFields;
  readonly answer: { readonly answer: string };
  readonly confirm: { readonly how?: Maybe<How> };
  readonly contest: { readonly how?: Maybe<How> };
  readonly refuse: {
    readonly reason: string;
    readonly instead: { readonly office: string; readonly phone?: Maybe<string> };
  };
  readonly transfer: {
    readonly to:
      | { readonly kind: 'department' | 'centre'; readonly id: string }
      | {
          readonly kind?: Maybe<'office'>;
          readonly office: string;
          readonly phone?: Maybe<string>;
        };
  };
  readonly withdraw: NoFields;
  readonly close: { readonly tries?: Maybe<number>; readonly reason?: Maybe<CloseReason> };
  readonly duplicate: { readonly of: string };
  readonly reopen: { readonly how?: Maybe<How> };
  readonly extend: { readonly until: string; readonly reason: string; readonly approvedBy: string };
  readonly assign: {
    readonly firstAsked?: Maybe<string>;
    readonly handler?: Maybe<string>;
    readonly reason: string;
  };
  readonly note: NoFields;
  readonly rate: { readonly score: number; readonly of: number };
  readonly contact: { readonly phone: string; readonly name?: string | undefined };
  readonly tell: { readonly how: How };
  readonly call: {
    readonly whom: string;
    readonly name?: Maybe<string>;
    readonly number?: Maybe<string>;
  };
  readonly alarm: { readonly danger?: Maybe<string> };
  readonly 'all-clear': NoFields;
  readonly 'must-report': NoFields;
  readonly report: {
    readonly reported: boolean;
    readonly to?: Maybe<string>;
    readonly number?: Maybe<string>;
    readonly at?: Maybe<string>;
    readonly reason?: Maybe<string>;
  };
  readonly share: { readonly staff: string };
  readonly unshare: { readonly staff: string };
}

type NoFields = Readonly<Record<string, unknown>>;

/** A step that somebody asks for. */
export type CaseCommand = {
  readonly [T in PostableType]: {
    readonly type: T;
    readonly note?: Maybe<string>;
    readonly data?: Maybe<CommandDataOf[T]>;
  };
}[PostableType];
