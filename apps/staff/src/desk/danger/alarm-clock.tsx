import { useEffect, useState } from 'react';
import { now } from '../../platform/clock.ts';
import styles from './danger.module.css';
import { minutesSince, sinceText } from './minutes.ts';

const TICK_MS = 5_000;

interface Props {
  /** Instant since when danger is known. */
  readonly since: string;
  /** Whether somebody has called for help: then the clock runs on, calmly. */
  readonly called: boolean;
}

/** The clock of danger in minutes by the server's time. It stands beside every line and on every card of an open alarm. */
export const AlarmClock = ({ since, called }: Props) => {
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setShown(now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const text = sinceText(minutesSince(since, shown));
  return (
    <span className={called ? styles.calledClock : styles.clock}>
      应急 {text}
      {called ? ' · 已打过电话' : ' · 还没记下打电话'}
    </span>
  );
};
