import styles from '../admin.module.css';
import { type Band, bandsOf, WEEKDAYS } from './bands.ts';

/** A week of opening hours to read. */
export const HoursWeek = ({ bands }: { bands: readonly Band[] }) => (
  <table className={styles.table}>
    <tbody>
      {WEEKDAYS.map((name, index) => {
        const day = bandsOf(bands, index + 1);
        return (
          <tr key={name}>
            <th scope="row" style={{ width: 160 }}>
              {name}
            </th>
            <td>
              {day.length === 0 ? <span className="ui-quiet">不开放</span> : null}
              {day.map((band) => (
                <span key={band.from} style={{ marginRight: 24 }}>
                  {band.from}–{band.to}
                  {band.byAppointment ? ' 需预约' : ''}
                </span>
              ))}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
