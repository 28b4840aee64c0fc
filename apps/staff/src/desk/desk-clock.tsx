import { momentText } from '@qzt/ui';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { now, onClock, wrongMinutes } from '../platform/clock.ts';
import styles from './desk.module.css';

const wrongText = (minutes: number): string =>
  `这台电脑的钟${minutes > 0 ? '快' : '慢'}了 ${Math.abs(minutes)} 分钟,这里显示和登记的都是服务器的时间。请把电脑的钟调准`;

/** The time in the corner by the server's clock, to the minute; it changes without moving anything. */
export const DeskClock = () => {
  const wrong = useSyncExternalStore(onClock, wrongMinutes);
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setShown(now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      {wrong === 0 ? null : (
        <span role="status" className={styles.demo}>
          {wrongText(wrong)}
        </span>
      )}
      <time>{momentText(wrong === 0 ? shown : now())}</time>
    </>
  );
};
