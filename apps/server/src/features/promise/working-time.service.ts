import type { AnswerOf, BodyOf } from '@qzt/contract';
import type { CalendarYearView, promiseEndpoints } from '@qzt/contract/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import { localDate } from '../../platform/time.ts';
import { againAfter, transact, type Work } from '../../platform/transact.ts';
import { unitWithin } from '../org/index.ts';
import { calendarYear, setYear, type YearEntry } from './calendar.store.ts';
import { yearAfter, yearStandsAs } from './calendar-entry.ts';
import { setHoursFrom } from './hours.store.ts';
import type { PromiseGround } from './promise-ground.ts';
import { wantRecount } from './recount.store.ts';
import { checkBands, checkCalendar } from './working-time-rules.ts';

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

/** The hours in force for an organisation and those that follow. Errors: `not-found`. */
export async function readHours(
  ground: PromiseGround,
  actor: Actor,
  asked: string | undefined,
): Promise<AnswerOf<typeof promiseEndpoints.readHours>> {
  const orgId =
    asked === undefined ? ownPlace(actor) : (await unitWithin(ground.directory, actor, asked)).id;
  const periods = await ground.workingTimes.periods(orgId);
  const today = localDate(ground.clock.now());
  const begun = periods.filter(({ validFrom }) => validFrom <= today).length;
  return {
    items: periods.slice(Math.max(0, begun - 1)).map(({ validFrom, bands, standing, where }) => ({
      validFrom,
      bands: [...bands],
      standing,
      where,
    })),
  };
}

/** A committee and a subdistrict have hours; whoever works in an office beside them reads those above. */
const ownPlace = ({ org }: Actor): string =>
  org.kind === 'committee' || org.kind === 'subdistrict' ? org.id : (org.parentId ?? org.id);

/**
 * Sets the hours of a committee, or of a subdistrict for all its committees, from today or a later date on. The due
 * times of their open cases are counted anew within seconds, see `recountTask`. Errors: `not-permitted`, `not-found`, `invalid-input`.
 */
export async function setHours(
  ground: PromiseGround,
  actor: Actor,
  { committeeId, validFrom, bands }: BodyOf<typeof promiseEndpoints.setHours>,
): Promise<void> {
  permit(actor, 'hours.edit');
  const unit = await unitWithin(ground.directory, actor, committeeId);
  if (unit.kind !== 'committee' && unit.kind !== 'subdistrict')
    throw notFound('没有找到这个居委会,请从名单里选');
  if (validFrom < localDate(ground.clock.now()))
    throw wrongField('validFrom', '过去的开放时间不能再改,请选今天或以后', 'in-the-past');
  checkBands(bands);
  await transact(ground, actor, '修改开放时间', async (work) => {
    // What an office sets for itself is its own rule, and shown as that.
    setHoursFrom(work, { orgId: unit.id, validFrom, bands, standing: 'assumed', where: unit.name });
    wantRecount(work, unit.id);
    work.audit({
      action: 'hours.set',
      subject: 'org',
      subjectId: unit.id,
      facts: { validFrom, bands: bands.length },
    });
  });
  ground.workingTimes.forget();
}
