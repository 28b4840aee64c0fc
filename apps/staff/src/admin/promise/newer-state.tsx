import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Trouble } from '../../platform/trouble.ts';
import styles from '../admin.module.css';

interface Props {
  readonly what: string;
  /** The newer state, to read beside what was typed. */
  readonly children: ReactNode;
  readonly saving: boolean;
  readonly take: () => void;
  readonly keep: () => void;
}

/** Somebody else was faster: what stands there now, and the two ways on. Nothing typed goes before the person chooses. */
export const NewerState = ({ what, children, saving, take, keep }: Props) => (
  <section className={styles.newer} role="alert">
    <strong>{what}刚被别人改过,您写的还在。现在存着的是:</strong>
    {children}
    <div className="ui-row">
      <Button onClick={take} disabled={saving}>
        换成新的,我写的不要了
      </Button>
      <Button onClick={keep} loading={saving}>
        看过了,用我写的保存
      </Button>
    </div>
  </section>
);

/** Whether a refusal says no more than the newer state beside it. */
export const conflicts = (trouble: Trouble | null): boolean => trouble?.code === 'version-conflict';
