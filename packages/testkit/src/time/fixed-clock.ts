/** A clock that stands still until it is told to move. */
export interface FixedClock {
  now(): Date;
  /** Moves to a moment, forward or back. */
  set(instant: string): void;
  /** Moves forward (or back, below zero) by milliseconds. */
  advance(milliseconds: number): void;
}

const read = (instant: string): number => {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`看不懂的时间: ${instant}`);
  return time;
};

/** Starts at an ISO 8601 instant with offset, such as `2026-11-24T14:30:00+08:00`. Throws RangeError for any other text. */
export function fixedClock(instant: string): FixedClock {
  let time = read(instant);
  return {
    now: () => new Date(time),
    set(later) {
      time = read(later);
    },
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
