import { addWorkingDays, hoursOnWorkingDay, type WorkingTime } from '../promise/index.ts';
import {
  DomainError,
  type InstantText,
  instantAt,
  localDate,
  millisecondsOf,
} from '../shared/index.ts';

/** Where a hand-over stands. */
export type HandOverState = 'given' | 'taken' | 'withdrawn';

export interface HandOver {
  readonly fromId: string;
  /** Whom it is meant for; null: whoever comes next. */
  readonly toId: string | null;
  readonly takenBy: string | null;
  readonly withdrawn: boolean;
}

export const stateOf = (one: HandOver): HandOverState => {
  if (one.withdrawn) return 'withdrawn';
  return one.takenBy === null ? 'given' : 'taken';
};

/** Until when a hand-over holds where nobody says otherwise: the opening of the next working day (standing: assumed). */
export function nextShift(now: InstantText, time: WorkingTime): InstantText {
  const { date } = addWorkingDays(localDate(now), 1, time.calendar);
  const first = hoursOnWorkingDay(date, time.hours)
    .map(({ from }) => from)
    .sort()[0];
  return instantAt(date, first ?? '08:30');
}

/**
 * Whether somebody may take a hand-over: any colleague but the giver, once. One that was meant for somebody else may be
 * taken all the same: what matters is that a person has it, and by name.
 *
 * @throws DomainError transition-not-allowed
 */
export function checkTake(one: HandOver, byId: string): void {
  const state = stateOf(one);
  if (state !== 'given') throw new DomainError('transition-not-allowed', { type: 'take', state });
  if (one.fromId === byId)
    throw new DomainError('transition-not-allowed', { type: 'take', reason: 'own' });
}

/**
 * Whether the giver may take a hand-over back: as long as nobody has taken it.
 *
 * @throws DomainError transition-not-allowed, not-permitted
 */
export function checkWithdraw(one: HandOver, byId: string): void {
  if (one.fromId !== byId) throw new DomainError('not-permitted', { type: 'withdraw' });
  const state = stateOf(one);
  if (state !== 'given')
    throw new DomainError('transition-not-allowed', { type: 'withdraw', state });
}

/** Who has a giver's work at a time: the taker of the newest hand-over that is taken and still holds. */
function takerAt<
  T extends {
    readonly takenBy: string;
    readonly takenAt: InstantText;
    readonly until: InstantText;
  },
>(taken: readonly T[], at: InstantText): T | undefined {
  const now = millisecondsOf(at);
  return taken
    .filter((one) => millisecondsOf(one.takenAt) <= now && now < millisecondsOf(one.until))
    .sort((a, b) => millisecondsOf(b.takenAt) - millisecondsOf(a.takenAt))[0];
}

interface Taken {
  readonly fromId: string;
  readonly takenBy: string;
  readonly takenAt: InstantText;
  readonly until: InstantText;
}

/**
 * Who has somebody's work at a time: the taker, or whoever took over from the taker since, and so on. Undefined while
 * nobody has taken it, and where a circle leads back.
 */
export function holderAt<T extends Taken>(
  taken: readonly T[],
  staffId: string,
  at: InstantText,
): T | undefined {
  const seen = new Set([staffId]);
  let holder: T | undefined;
  for (let who = staffId; ; ) {
    const next = takerAt(
      taken.filter(({ fromId }) => fromId === who),
      at,
    );
    if (next === undefined) return holder;
    if (seen.has(next.takenBy)) return undefined;
    seen.add(next.takenBy);
    holder = next;
    who = next.takenBy;
  }
}
