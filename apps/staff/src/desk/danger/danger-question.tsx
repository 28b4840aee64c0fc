import { useKeys } from '@qzt/ui';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import styles from './danger.module.css';

/** Long enough that half a sentence raises no question. */
const REST_MS = 700;

interface Props {
  /** The words sound like danger, though no sign was said. */
  readonly asks: boolean;
  readonly open: () => void;
  readonly dismiss: () => void;
}

/** Whether it has been asked for a while. */
const useRested = (asks: boolean): boolean => {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!asks) return setRested(false);
    const timer = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, [asks]);
  return asks && rested;
};

/** A question where words only sound like danger, and the key that opens the card whatever was said. */
export const DangerQuestion = ({ asks, open, dismiss }: Props) => {
  const shown = useRested(asks);
  const byKey = (): boolean => {
    open();
    return true;
  };
  useKeys({ F1: byKey });
  return (
    <div role="status">
      {shown ? (
        <div className={styles.question}>
          <strong>听着像急事,有人有危险吗?</strong>
          <Button onClick={open}>F1 是,看急救卡</Button>
          <Button type="text" onClick={dismiss}>
            没有危险
          </Button>
        </div>
      ) : null}
    </div>
  );
};
