import { hoursOnWorkingDay, type WorkingTime } from '@qzt/domain/promise';
import type { SeededRandom } from '@qzt/testkit';
import { localDate } from '../../../platform/time.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Nobody starts on something new in the last minutes before closing. */
const LAST_MINUTES = 6 * MINUTE;

type Span = readonly [from: number, to: number];

const dateBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

/** The desk's day in milliseconds since 1970: when somebody is there to do a thing. History is written by it. */
export class DeskTime {
  readonly #time: WorkingTime;
  readonly #spans = new Map<string, readonly Span[]>();

  constructor(time: WorkingTime) {
    this.#time = time;
  }

  /** The opening times of a date; none on a day of rest. A year without a calendar goes by plain weekdays. */
  spans(date: string): readonly Span[] {
    const known = this.#spans.get(date);
    if (known) return known;
    const { calendar, hours } = this.#time;
    const kind = calendar.dayKind(date);
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const rests = kind === 'rest' || (kind === 'unknown' && weekend);
    const at = (clock: string) => Date.parse(`${date}T${clock}:00+08:00`);
    const spans = rests
      ? []
      : hoursOnWorkingDay(date, hours).map(({ from, to }): Span => [at(from), at(to)]);
    this.#spans.set(date, spans);
    return spans;
  }

  isOpenOn(date: string): boolean {
    return this.spans(date).length > 0;
  }

  /** The date itself if it is open, else the next open one. */
  openFrom(date: string): string {
    let day = date;
    for (let tries = 0; tries < 60; tries++) {
      if (this.isOpenOn(day)) return day;
      day = dateBefore(day, -1);
    }
    throw new RangeError('没有开放时间:请先设置工作日历和开放时间');
  }

  /** So many open days after (below zero: before) a date. */
  move(date: string, openDays: number): string {
    const step = openDays < 0 ? 1 : -1;
    let day = date;
    for (let left = Math.abs(openDays); left > 0; ) {
      day = dateBefore(day, step);
      if (this.isOpenOn(day)) left -= 1;
    }
    return day;
  }

  /** The open days from one date to another, both included. */
  openDays(from: string, to: string): string[] {
    const days: string[] = [];
    for (let day = from; day <= to; day = dateBefore(day, -1))
      if (this.isOpenOn(day)) days.push(day);
    return days;
  }

  /** The moment itself if the desk is open then, else the next opening and a little. */
  forward(at: number): number {
    const date = localDate(new Date(at));
    for (const [from, to] of this.spans(date)) {
      if (at < from) return from + 2 * MINUTE;
      if (at < to) return at;
    }
    const next = this.openFrom(dateBefore(date, -1));
    return (this.spans(next)[0]?.[0] ?? at) + 2 * MINUTE;
  }

  /** Some moment in the opening times, so many open days after; 0: later on the same day, else the next morning. */
  later(random: SeededRandom, at: number, openDays: number): number {
    const date = localDate(new Date(at));
    if (openDays <= 0) {
      const left = clipped(this.spans(date), at + MINUTE);
      return left.length > 0 ? within(random, left) : this.later(random, at, 1);
    }
    return within(random, clipped(this.spans(this.move(date, openDays)), 0));
  }

  /** How many open days after a moment's date another moment's date is. */
  openDaysUntil(at: number, until: number): number {
    const to = localDate(new Date(until));
    let days = 0;
    for (let day = localDate(new Date(at)); day < to; ) {
      day = dateBefore(day, -1);
      if (this.isOpenOn(day)) days += 1;
    }
    return days;
  }
}

/** What is left of the spans after a moment, without the last minutes. */
const clipped = (spans: readonly Span[], after: number): Span[] =>
  spans
    .map(([from, to]): Span => [Math.max(from, after), to - LAST_MINUTES])
    .filter(([from, to]) => to > from);

function within(random: SeededRandom, spans: readonly Span[]): number {
  const whole = spans.reduce((sum, [from, to]) => sum + (to - from), 0);
  let rest = Math.floor((random.float() * whole) / 1000) * 1000;
  for (const [from, to] of spans) {
    if (rest < to - from) return from + rest;
    rest -= to - from;
  }
  return spans[0]?.[0] ?? 0;
}
