import type { CalendarYearView } from '@qzt/contract/promise';
import { dayText } from '@qzt/ui';
import styles from '../admin.module.css';
import { type DayLine, type Difference, differences, KIND_LABELS } from './day-line.ts';

interface Props {
  readonly newer: CalendarYearView;
  readonly known: boolean;
  readonly days: readonly DayLine[];
}

const words = (day: Difference['stored']): string =>
  day === null ? '没有这一天' : `${KIND_LABELS[day.kind]} ${day.name}`;

const complete = (known: boolean): string => (known ? '填全了' : '还没填全');

/** A year as it stands now, where it differs from what was typed. */
export const CalendarNewer = ({ newer, known, days }: Props) => (
  <>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">存着的</th>
          <th scope="col">您写的</th>
        </tr>
      </thead>
      <tbody>
        {differences(newer.days, days).map(({ date, stored, typed }) => (
          <tr key={date}>
            <td>{dayText(date)}</td>
            <td>{words(stored)}</td>
            <td>{words(typed)}</td>
          </tr>
        ))}
        <tr>
          <td>全年</td>
          <td>{complete(newer.known)}</td>
          <td>{complete(known)}</td>
        </tr>
      </tbody>
    </table>
    <p>存着的依据:{newer.basis}</p>
  </>
);
