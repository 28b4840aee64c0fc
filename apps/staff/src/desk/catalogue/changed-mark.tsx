import type { ChangedLately, PartChange } from '@qzt/contract/catalogue';
import { dayText } from '@qzt/ui';
import styles from './catalogue.module.css';

const side = (lines: PartChange['before'], change: 'added' | 'removed'): string =>
  lines
    .filter((line) => line.change === change)
    .map(({ text }) => text)
    .join('、');

/** What of a part is new and what is gone, in one line. */
const saidOf = ({ before, after }: PartChange): string => {
  const [gone, come] = [side(before, 'removed'), side(after, 'added')];
  if (gone === '' && come === '') return '次序换了';
  if (gone === '') return `加了“${come}”`;
  return come === '' ? `去掉了“${gone}”` : `“${gone}”改成“${come}”`;
};

/** For 30 days: that an item which workers know by heart says something else now, and what. */
export const ChangedMark = ({ changed }: { changed: ChangedLately }) => (
  <details className={styles.changed}>
    <summary>
      这条改过 · {dayText(changed.since)}起 · {changed.changes.map(({ label }) => label).join('、')}
    </summary>
    <ul>
      {changed.changes.map((change) => (
        <li key={change.part}>
          {change.label}:{saidOf(change)}
        </li>
      ))}
    </ul>
  </details>
);
