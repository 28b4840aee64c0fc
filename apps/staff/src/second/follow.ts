import {
  type DeskMessage,
  LOST_MS,
  type Picture,
  PLATE,
  type Plate,
} from '../platform/second-protocol.ts';

/** What the second screen knows: one picture of one desk, and the public plate. Nothing of it outlives the window. */
export interface Following {
  readonly desk: string | null;
  /** When that desk's picture came up. */
  readonly since: number;
  readonly heardAt: number;
  readonly picture: Picture;
  readonly plate: Plate | null;
  /** The picture that was put away by a key here; it stays away until the desk shows another. */
  readonly hidden: number | null;
}

export const NOBODY: Following = {
  desk: null,
  since: 0,
  heardAt: 0,
  picture: PLATE,
  plate: null,
  hidden: null,
};

/** Whether another desk's picture takes the place: it is about somebody, and came up later. */
const takesOver = (state: Following, message: Extract<DeskMessage, { type: 'show' }>): boolean =>
  state.desk === null || (message.picture.kind !== 'plate' && message.since > state.since);

/** The state after a word of a desk. */
export const heard = (state: Following, message: DeskMessage, now: number): Following => {
  const mine = state.desk === message.desk;
  if (message.type === 'gone') return mine ? { ...NOBODY, plate: state.plate } : state;
  if (!mine && !takesOver(state, message)) return state;
  const { desk, since, picture } = message;
  const hidden = mine && state.hidden === since ? since : null;
  return { desk, since, heardAt: now, picture, plate: message.plate ?? state.plate, hidden };
};

/** The state after time has passed: of a desk that is silent nothing stays. */
export const waited = (state: Following, now: number): Following =>
  state.desk !== null && now - state.heardAt > LOST_MS ? { ...NOBODY, plate: state.plate } : state;

/** Puts the present picture away. */
export const putAway = (state: Following): Following => ({ ...state, hidden: state.since });

/** What is to be seen. */
export const shown = (state: Following): Picture =>
  state.desk === null || state.hidden === state.since ? PLATE : state.picture;
