import type { CaseView } from '@qzt/contract/reception';
import type { Emergency } from '../danger/use-danger-entry.ts';
import type { Act } from './compose.ts';
import type { DraftState } from './draft-state.ts';
import type { More } from './send.ts';
import type { Status } from './status.ts';

/** The entry in the middle of the desk, and what can be done with it. */
export interface Reception {
  readonly state: DraftState;
  readonly status: Status;
  readonly submit: (act: Act, more?: More) => Promise<void>;
  /** Stores what is written as an urgent case at once, and asks nothing back. Throws what the client throws. */
  readonly alarm: (emergency: Emergency) => Promise<CaseView>;
  readonly next: () => void;
  /** What is written is put away; the words in the input begin another matter. */
  readonly anew: () => void;
  readonly undo: () => boolean;
  /** Throws away what was left unfinished and is offered. */
  readonly drop: () => void;
  /** Something was lent in place of this entry: the contact was recorded with the loan. */
  readonly lent: (thing: string) => void;
  /** One more matter of the person who was just served. */
  readonly sameAgain: () => void;
  readonly sendStuck: () => void;
  /** Back into the form, to be changed. */
  readonly takeStuck: () => void;
}
