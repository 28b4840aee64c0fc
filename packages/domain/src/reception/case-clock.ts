import { acceptBy, addWorkingDays, type Due, dueOn, workingDaysBegun } from '../promise/index.ts';
import { formatOffset, type InstantText, localDate, millisecondsOf } from '../shared/index.ts';
import type { CaseClock, CaseContext, CaseState } from './case-state.ts';

type DueFields = Pick<CaseState, 'clock' | 'dueAt' | 'dueKind' | 'uncertainDue'>;

/** The clock of a case that was just registered: the accept-by time. */
export function startAccepting(at: InstantText, ctx: CaseContext): DueFields {
  const workingDays = ctx.params.acceptWithinWorkingDays;
  const clock: CaseClock = {
    base: { kind: 'days', from: at, workingDays },
    movedBy: 0,
    pausedFrom: null,
    uncertainYears: [],
  };
  return { clock, ...dueFields(acceptBy(at, ctx, ctx.params), 'accept') };
}

/**
 * Starts the limit: at acceptance (official wording of the catalogue: it counts from acceptance), and anew when the
 * resident contests an answer or a case is reopened. The last two are assumed: the old limit is used up by then, and
 * an answer owed without a time would wake nobody. A later time that a head agreed to for this round stays.
 */
export function startLimit(at: InstantText, ctx: CaseContext, agreed?: CaseClock): DueFields {
  const workingDays = ctx.limitWorkingDays ?? ctx.params.otherLimitWorkingDays;
  const clock: CaseClock = {
    base: { kind: 'days', from: at, workingDays },
    movedBy: 0,
    pausedFrom: null,
    uncertainYears: [],
  };
  const due = dueOfClock(clock, ctx);
  if (agreed?.base.kind === 'until') {
    const later = dueOfClock(agreed, ctx);
    if (millisecondsOf(later.at) > millisecondsOf(due.at)) {
      return { clock: agreed, ...dueFields(later, 'limit') };
    }
  }
  return { clock, ...dueFields(due, 'limit') };
}

/**
 * Stops the clock while the resident owes materials. `dueAt` keeps the time that held when the clock stopped (the
 * contract has it null only once answered or closed); it moves when the clock runs again, and nobody is late until
 * then.
 */
export function stopClock(at: InstantText, clock: CaseClock): Pick<DueFields, 'clock' | 'dueKind'> {
  return { clock: { ...clock, pausedFrom: at }, dueKind: 'resident' };
}

/** Lets the clock run again: the due time moves by the working days that began while it stood. */
export function resumeClock(at: InstantText, clock: CaseClock, ctx: CaseContext): DueFields {
  const pause =
    clock.pausedFrom === null
      ? { days: 0, uncertainYears: [] }
      : workingDaysBegun(clock.pausedFrom, at, ctx.calendar);
  const running: CaseClock = {
    ...clock,
    movedBy: clock.movedBy + pause.days,
    pausedFrom: null,
    uncertainYears: [...new Set([...clock.uncertainYears, ...pause.uncertainYears])],
  };
  return { clock: running, ...dueFields(dueOfClock(running, ctx), 'limit') };
}

/**
 * Sets the time that a head agreed to. A pause that is under way counts from here on: the time was agreed in view of
 * it. Where nothing is owed (answered) the agreement waits, in case the resident contests.
 */
export function extendClock(
  at: InstantText,
  until: string,
  state: Pick<CaseState, 'clock' | 'dueKind'>,
  ctx: CaseContext,
): DueFields {
  const clock: CaseClock = {
    base: { kind: 'until', until },
    movedBy: 0,
    pausedFrom: state.clock.pausedFrom === null ? null : at,
    uncertainYears: [],
  };
  if (state.dueKind === null) return { clock, ...NOTHING_DUE };
  return { clock, ...dueFields(dueOfClock(clock, ctx), state.dueKind) };
}

/** Nothing is owed: answered or closed. */
export const NOTHING_DUE = { dueAt: null, dueKind: null, uncertainDue: null } as const;

/** The due time that a clock says. A date means the end of its last opening hour; a time of day is kept as agreed. */
export function dueOfClock(clock: CaseClock, ctx: CaseContext): Due {
  const { base, movedBy, uncertainYears } = clock;
  if (base.kind === 'days') {
    const limit = addWorkingDays(localDate(base.from), base.workingDays, ctx.calendar);
    return dueOn(limit.date, movedBy, ctx, [...uncertainYears, ...limit.uncertainYears]);
  }
  if (isDate(base.until)) return dueOn(base.until, movedBy, ctx, uncertainYears);
  if (movedBy === 0) return { at: formatOffset(base.until) };
  return dueOn(localDate(base.until), movedBy, ctx, uncertainYears);
}

function dueFields(due: Due, dueKind: 'accept' | 'limit' | 'resident') {
  return { dueAt: due.at, dueKind, uncertainDue: due.uncertain ?? null };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
