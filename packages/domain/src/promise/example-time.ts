import { openingHours } from './opening-hours.ts';
import { type CalendarRow, workCalendar } from './work-calendar.ts';

/** Material for tests: the calendar of 2026 as announced, and hours as a preset of another city has them. */

function rows(kind: CalendarRow['kind'], text: string): CalendarRow[] {
  return text.split(' ').map((date) => ({ date: `2026-${date}`, kind }));
}

export const DAYS_2026: readonly CalendarRow[] = [
  ...rows('holiday', '01-01 01-02 01-03 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05'),
  ...rows('holiday', '02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 06-19 06-20 06-21'),
  ...rows('holiday', '09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07'),
  ...rows('makeUpWorkday', '01-04 02-14 02-28 05-09 09-20 10-10'),
];

export const calendar2026 = workCalendar({ knownYears: [2026], days: DAYS_2026 });

export const weekdayHours = openingHours({
  periods: [
    {
      validFrom: '2020-01-01',
      bands: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: '08:30', to: '11:30', byAppointment: false },
        { weekday, from: '13:30', to: '17:30', byAppointment: false },
        { weekday, from: '17:30', to: '20:00', byAppointment: true },
      ]),
    },
  ],
});

export const time2026 = { calendar: calendar2026, hours: weekdayHours };
