import { Button } from 'antd';
import type { Act } from './compose.ts';
import styles from './reception.module.css';

export type Key = 'F2' | 'F3' | 'F4' | 'F6' | 'F7' | 'F8' | 'F9' | 'Esc';

const LABELS: Readonly<Record<Key, string>> = {
  F2: '当场办结',
  F3: '登记并承诺',
  F4: '转',
  F6: '派',
  F7: '只记一笔',
  F8: '不予出具',
  F9: '打印告知',
  Esc: '下一位',
};

const ACT_OF: Partial<Record<Key, Act>> = {
  F2: 'settle',
  F3: 'register',
  F7: 'line',
  F8: 'refuse',
};

const TYPES: Partial<Record<Key, 'primary' | 'text'>> = { F2: 'primary', Esc: 'text' };

interface Props {
  readonly press: (key: Key) => void;
  readonly sending: Act | null;
  readonly offered: readonly Key[];
  /** A panel is open: Esc closes it first. */
  readonly inPanel: boolean;
}

/** The acts of the desk with their keys. */
export const KeyBar = ({ press, sending, offered, inPanel }: Props) => (
  <div className={styles.keys} role="toolbar" aria-label="怎么办结">
    {offered.map((key) => (
      <Button
        key={key}
        size="large"
        type={TYPES[key] ?? 'default'}
        loading={sending !== null && ACT_OF[key] === sending}
        disabled={sending !== null && ACT_OF[key] !== sending}
        onClick={() => press(key)}
      >
        <span className="ui-key">{key}</span>{' '}
        {key === 'Esc' && inPanel ? '关上这一栏' : LABELS[key]}
      </Button>
    ))}
  </div>
);
