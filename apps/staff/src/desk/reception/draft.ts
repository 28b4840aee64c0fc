import type { ResidentHit } from '@qzt/contract/household';
import type { CaseKind, Channel } from '@qzt/domain/reception';
import { v7 } from 'uuid';
import type { RepeatKey } from '../../platform/repeat-key.ts';

/** What was picked: an item of the catalogue, or 其他 (a matter on no list, a full answer of its own). */
export type Picked =
  | { readonly kind: 'item'; readonly code: string; readonly name: string }
  | { readonly kind: 'other' };

export interface Visitor {
  readonly name: string;
  readonly phone: string;
  readonly onBehalfOf: string;
  readonly relation: string;
}

/** How far sending has come, so that a retry neither doubles nor loses anything. */
export interface Progress {
  readonly encounterKey: RepeatKey | null;
  readonly caseKey: RepeatKey | null;
  /** The encounter is stored; `linked`: its need waits for a case; `missing`: codes of what its record lacks. */
  readonly encounter: { readonly linked: boolean; readonly missing: readonly string[] } | null;
  /** What it was sent as, where it waits a few seconds before it goes. */
  readonly act?: 'settle' | 'line';
}

/** One person in front of the desk, from the first word until it is sent. */
export interface Draft {
  readonly startedAt: string;
  readonly channel: Extract<Channel, 'desk' | 'phone'>;
  /** What stands in the one input and was not taken yet. */
  readonly box: string;
  /** What the resident said, as it was taken from the input. */
  readonly words: string;
  readonly picked: Picked | null;
  /** Copies that the resident brought, by the name of the material. */
  readonly materials: Readonly<Record<string, number>>;
  readonly resident: ResidentHit | null;
  readonly visitor: Visitor;
  /** Null: follows what was picked. */
  readonly title: string | null;
  readonly kind: CaseKind;
  readonly journey: number;
  readonly urgent: boolean;
  /** The item marked it urgent, not the worker: the mark goes with the item. */
  readonly urgentByItem: boolean;
  readonly confidential: boolean;
  readonly safePhone: string;
  readonly answer: string;
  readonly lineOutcome: 'settled' | 'advice';
  /** 补记: the instant at which it really was; null when it is written while it happens. */
  readonly lateAt: string | null;
  readonly ids: {
    readonly encounter: string;
    readonly need: string;
    readonly case: string;
    readonly accept: string;
    readonly step: string;
  };
  readonly progress: Progress;
}

/** A fresh entry. Ids are made here, before anything is sent, so that every retry means the same record. */
export const newDraft = (now: Date, make: () => string = v7): Draft => ({
  startedAt: now.toISOString(),
  channel: 'desk',
  box: '',
  words: '',
  picked: null,
  materials: {},
  resident: null,
  visitor: { name: '', phone: '', onBehalfOf: '', relation: '' },
  title: null,
  kind: 'application',
  journey: 1,
  urgent: false,
  urgentByItem: false,
  confidential: false,
  safePhone: '',
  answer: '',
  lineOutcome: 'settled',
  lateAt: null,
  ids: { encounter: make(), need: make(), case: make(), accept: make(), step: make() },
  progress: { encounterKey: null, caseKey: null, encounter: null },
});

/** Whether anything would be lost by clearing it. */
export const isTouched = (draft: Draft): boolean =>
  draft.box.trim() !== '' ||
  draft.words.trim() !== '' ||
  draft.picked !== null ||
  draft.resident !== null ||
  draft.answer.trim() !== '' ||
  Object.values(draft.visitor).some((text) => text.trim() !== '');

/** The title of the case: the worker's own, else the item's name, else the beginning of the words. */
export const titleOf = (draft: Draft): string => {
  if (draft.title !== null) return draft.title;
  if (draft.picked?.kind === 'item') return draft.picked.name;
  return [...draft.words.trim()].slice(0, 80).join('');
};

/** Words taken from the input, after those that stand there already. */
export const joinWords = (words: string, more: string): string => {
  const [before, after] = [words.trim(), more.trim()];
  if (before === '' || after === '') return before + after;
  return /[,。;!?,.;!?]$/.test(before) ? before + after : `${before};${after}`;
};

/** The entry for the next matter of the same person: who, how he came, nothing of the matter before. */
export const sameVisitor = (draft: Draft, now: Date, make: () => string = v7): Draft => ({
  ...newDraft(now, make),
  channel: draft.channel,
  resident: draft.resident,
  visitor: draft.visitor,
  lateAt: draft.lateAt,
  // He has come once for both.
  journey: draft.channel === 'phone' ? 0 : draft.journey,
});
