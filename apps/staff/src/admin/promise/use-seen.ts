import { useState } from 'react';

interface Versioned {
  readonly version: number;
}

interface Form<T> {
  /** Puts a state into the form. */
  readonly fill: (state: T) => void;
  /** Whether the form still says what this state says, so that nothing typed would be lost. */
  readonly says: (state: T) => boolean;
}

interface Seen<T> {
  /** What the person saw when the form was filled: its version goes with a write. */
  readonly seen: T;
  /** What somebody else has made of it since; null while the form is about the newest state. */
  readonly newer: T | null;
  /** Puts the newer state in the place of what was typed. */
  readonly take: (state: T) => void;
  /** After a write: what was typed is the state now. */
  readonly wrote: (state: T) => void;
}

/**
 * Keeps a form and the state that it was filled from together while the state is read again behind it. A form in which
 * nothing was typed follows by itself; else the newer state is for the person to see.
 */
export const useSeen = <T extends Versioned>(shown: T, { fill, says }: Form<T>): Seen<T> => {
  const [seen, setSeen] = useState(shown);
  const take = (state: T): void => {
    setSeen(state);
    fill(state);
  };
  const newer = shown.version > seen.version ? shown : null;
  if (newer !== null && says(seen)) take(newer);
  return { seen, newer, take, wrote: setSeen };
};
