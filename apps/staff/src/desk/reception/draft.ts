import type { ResidentHit } from '@qzt/contract/household';
import type { CaseKind } from '@qzt/domain/reception';
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
}

/** One person in front of the desk, from the first word until it is sent. */
export interface Draft {
  readonly startedAt: string;
  readonly channel: 'desk' | 'phone';
  readonly words: string;
  readonly picked: Picked | null;
  /** The words that it was picked for. */
  readonly pickedFor: string;
  /** Copies that the resident brought, by the name of the material. */
  readonly materials: Readonly<Record<string, number>>;
  readonly who: 'resident' | 'visitor' | 'nobody';
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
  readonly ids: { readonly encounter: string; readonly need: string; readonly case: string };
  readonly progress: Progress;
}

/** A fresh entry. Ids are made here, before anything is sent, so that every retry means the same record. */
export const newDraft = (now: Date = new Date(), make: () => string = v7): Draft => ({
  startedAt: now.toISOString(),
  channel: 'desk',
  words: '',
  picked: null,
  pickedFor: '',
  materials: {},
  who: 'nobody',
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
  ids: { encounter: make(), need: make(), case: make() },
  progress: { encounterKey: null, caseKey: null, encounter: null },
});

/** Whether anything would be lost by clearing it. */
export const isTouched = (draft: Draft): boolean =>
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
