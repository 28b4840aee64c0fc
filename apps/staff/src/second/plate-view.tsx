import { localMoment, momentText } from '@qzt/ui/moment';
import { useEffect, useState } from 'react';
import type { Plate } from '../platform/second-protocol.ts';

const useNow = (aheadMs: number): Date => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(now + aheadMs);
};

const Today = ({ plate }: { plate: Plate }) => (
  <>
    {plate.receivers.length > 0 ? (
      <section aria-label="今日接待">
        <h2>今日接待</h2>
        <p className="names">
          {plate.receivers.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </p>
      </section>
    ) : null}
    {plate.hours.length > 0 ? (
      <section aria-label="开放时间">
        <h2>今天开放</h2>
        <p className="big hours">
          {plate.hours.map((band) => (
            <span key={band}>{band}</span>
          ))}
        </p>
      </section>
    ) : null}
  </>
);

/** Between two residents: who receives today, the hours, one sentence. */
export const PlateView = ({ plate }: { plate: Plate | null }) => {
  const now = useNow(plate?.aheadMs ?? 0);
  const today = plate?.date === localMoment(now).date ? plate : null;
  return (
    <main className="plate">
      <p className="lead">
        {plate?.place ?? ''} <time>{momentText(now)}</time>
      </p>
      <h1>您好,请坐</h1>
      {today === null ? null : <Today plate={today} />}
      {plate === null || plate.notice === '' ? null : <p className="notice">{plate.notice}</p>}
    </main>
  );
};
