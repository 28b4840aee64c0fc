import { z } from 'zod';
import { endpoint, Id, LocalDate, Named, textOf } from '../shared/index.ts';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '时间写成 08:30 这样' });

export const CalendarDay = z.object({
  date: z.string(),
  kind: z.enum(['holiday', 'makeUpWorkday']),
  name: z.string(),
  standing: z.string(),
  version: z.int(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** `version` counts the changes to the year as a whole; 0: nobody has entered it. */
export const CalendarYearView = z.object({
  year: z.int(),
  known: z.boolean(),
  basis: z.string(),
  days: z.array(CalendarDay),
  version: z.int(),
});
export type CalendarYearView = z.infer<typeof CalendarYearView>;

export const OpeningBand = z.strictObject({
  weekday: z.int().min(1).max(7),
  from: ClockTime,
  to: ClockTime,
  byAppointment: z.boolean(),
});

/**
 * The hours in force for a committee or subdistrict and those that follow. `version` counts the changes to its own hours;
 * 0: it has none, and those of its subdistrict hold.
 */
export const HoursView = z.object({
  items: z.array(
    z.object({
      validFrom: z.string(),
      bands: z.array(OpeningBand),
      standing: z.string(),
      where: z.string(),
    }),
  ),
  version: z.int(),
});
export type HoursView = z.infer<typeof HoursView>;

export const PromiseLine = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  owner: Named,
  dueAt: z.string(),
  late: z.boolean(),
  step: z.int(),
});
export type PromiseLine = z.infer<typeof PromiseLine>;

/**
 * Who is at the desk today and who is away: one line by the head until the roster computes it. `version` counts the
 * changes to the day; 0: nobody has entered it.
 */
export const PresenceView = z.object({
  date: z.string(),
  primary: Named.nullable(),
  backup: Named.nullable(),
  away: z.array(z.object({ staff: Named, from: z.string(), to: z.string() })),
  version: z.int(),
});
export type PresenceView = z.infer<typeof PresenceView>;

export const promiseEndpoints = {
  readCalendar: endpoint({
    method: 'GET',
    path: '/api/v1/calendar/:year',
    summary: '一年的工作日历',
    description:
      'Holidays and make-up workdays of a year. `known: false`: no data for it, nothing is guessed.',
    params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
    status: 200,
    answer: CalendarYearView,
    problems: ['session-required', 'invalid-input'],
  }),
  setCalendarYear: endpoint({
    method: 'PUT',
    path: '/api/v1/calendar/:year',
    summary: '修改工作日历',
    description:
      'Replaces the days of a year and says whether it is complete; `If-Match` carries the version that the person saw, "0" for a year that nobody has entered. What stands there already is answered as it is. Due times of open cases are computed anew within seconds of the answer.',
    params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
    body: z.strictObject({
      known: z.boolean(),
      basis: textOf(200),
      days: z
        .array(
          z.strictObject({
            date: LocalDate,
            kind: z.enum(['holiday', 'makeUpWorkday']),
            name: textOf(40),
          }),
        )
        .max(120),
    }),
    status: 200,
    answer: CalendarYearView,
    versioned: true,
    problems: ['not-permitted', 'version-conflict', 'version-required', 'invalid-input'],
  }),
  readHours: endpoint({
    method: 'GET',
    path: '/api/v1/opening-hours',
    summary: '开放时间',
    description: 'The opening hours in force for a committee and those that follow.',
    query: z.strictObject({ committeeId: Id.optional() }),
    status: 200,
    answer: HoursView,
    problems: ['session-required', 'not-found'],
  }),
  setHours: endpoint({
    method: 'PUT',
    path: '/api/v1/opening-hours',
    summary: '修改开放时间',
    description:
      'Sets the opening hours of a committee, or of a subdistrict for all its committees, from a date on; `If-Match` carries the version of its hours that the person saw, "0" where it has none of its own. What stands there already is answered as it is. Hours by appointment never carry a deadline.',
    body: z.strictObject({
      committeeId: Id,
      validFrom: LocalDate,
      bands: z.array(OpeningBand).min(1, { message: '请至少填一段时间' }).max(40),
    }),
    status: 200,
    answer: HoursView,
    versioned: true,
    problems: [
      'not-permitted',
      'not-found',
      'version-conflict',
      'version-required',
      'invalid-input',
    ],
  }),
  listPromises: endpoint({
    method: 'GET',
    path: '/api/v1/promises',
    summary: '我的承诺',
    description: 'What the caller owes to somebody, first due first.',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    status: 200,
    answer: z.object({ items: z.array(PromiseLine) }),
    problems: ['session-required'],
  }),
  readPresence: endpoint({
    method: 'GET',
    path: '/api/v1/presence/:date',
    summary: '谁在岗',
    description: 'Who is on duty and who is away in the caller’s committee.',
    params: z.strictObject({ date: LocalDate }),
    status: 200,
    answer: PresenceView,
    problems: ['not-permitted', 'invalid-input'],
  }),
  setPresence: endpoint({
    method: 'PUT',
    path: '/api/v1/presence/:date',
    summary: '一行填好今天谁在岗',
    description:
      'The head enters who is on duty and who is away; `If-Match` carries the version that the head saw, "0" for a day that nobody has entered. What stands there already is answered as it is. Absences are half-open local times of that day.',
    params: z.strictObject({ date: LocalDate }),
    body: z.strictObject({
      primary: Id.nullable(),
      backup: Id.nullable(),
      away: z
        .array(
          z
            .strictObject({ staff: Id, from: ClockTime, to: ClockTime })
            .refine((a) => a.from < a.to, { message: '结束要晚于开始', path: ['to'] }),
        )
        .max(30),
    }),
    status: 200,
    answer: PresenceView,
    versioned: true,
    problems: [
      'not-permitted',
      'not-found',
      'version-conflict',
      'version-required',
      'invalid-input',
    ],
  }),
} as const;
