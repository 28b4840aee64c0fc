import type { CalendarYearView } from '@qzt/contract/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { againAfter, transact, type Work } from '../../platform/transact.ts';
import { calendarYear, setYear, type YearEntry } from './calendar.store.ts';
import { yearAfter, yearStandsAs } from './calendar-entry.ts';
import type { PromiseGround } from './promise-ground.ts';
import { wantRecount } from './recount.store.ts';
import { checkCalendar } from './working-time-rules.ts';

/** A year of the calendar; `known: false` where nobody has entered it. */
export const readCalendar = (
  ground: PromiseGround,
  actor: Actor,
  year: number,
): Promise<CalendarYearView> =>
  transact(ground, actor, '查看工作日历', (work) => calendarYear(work, year));

/**
 * Puts a year in the place of the one with this version. The due times of open cases are counted anew within
 * seconds, see `recountTask`. What stands there already is answered as it is, so that a repeated request is no conflict.
 * Errors: `not-permitted`, `version-conflict`, `invalid-input`.
 */
export async function setCalendarYear(
  ground: PromiseGround,
  actor: Actor,
  year: number,
  version: number,
  entry: YearEntry,
): Promise<CalendarYearView> {
  permit(actor, 'calendar.edit');
  checkCalendar(year, entry);
  const answer = await againAfter('version-conflict', () =>
    transact(ground, actor, '修改工作日历', (work) => replaceYear(work, year, version, entry)),
  );
  ground.workingTimes.forget();
  return answer;
}

async function replaceYear(
  work: Work,
  year: number,
  version: number,
  entry: YearEntry,
): Promise<CalendarYearView> {
  const before = await calendarYear(work, year);
  if (before.version !== version) {
    if (yearStandsAs(before, entry)) return before;
    throw new Refusal('version-conflict', { version: before.version });
  }
  const after = yearAfter(before, entry);
  setYear(work, after);
  wantRecount(work, null);
  work.audit({
    action: 'calendar.set',
    subject: 'calendar',
    facts: { year, known: entry.known, days: entry.days.length },
  });
  return after;
}
