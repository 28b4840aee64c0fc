import type { PartChange } from '@qzt/contract/catalogue';
import styles from './catalogue.module.css';

type Line = PartChange['before'][number];

const MARKS: Readonly<Record<Line['change'], string>> = {
  added: '新加',
  removed: '去掉',
  moved: '挪动',
  kept: '',
};

const Side = ({ lines, empty }: { lines: readonly Line[]; empty: string }) =>
  lines.length === 0 ? (
    <span className="ui-quiet">{empty}</span>
  ) : (
    <ul className={styles.lines}>
      {lines.map(({ text, change }) => (
        <li key={text} className={styles[change]}>
          {MARKS[change] === '' ? null : <span className={styles.mark}>{MARKS[change]}</span>}
          {text}
        </li>
      ))}
    </ul>
  );

interface Props {
  readonly changes: readonly PartChange[];
  readonly before: string;
  readonly after: string;
}

/** What two versions say differently, part by part and side by side. */
export const ChangesView = ({ changes, before, after }: Props) => (
  <table className={styles.changes}>
    <thead>
      <tr>
        <th scope="col">哪一部分</th>
        <th scope="col">{before}</th>
        <th scope="col">{after}</th>
      </tr>
    </thead>
    <tbody>
      {changes.map((change) => (
        <tr key={change.part}>
          <th scope="row">{change.label}</th>
          <td>
            <Side lines={change.before} empty="(没有)" />
          </td>
          <td>
            <Side lines={change.after} empty="(没有了)" />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
