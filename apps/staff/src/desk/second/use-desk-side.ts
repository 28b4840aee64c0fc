import type { SessionView } from '@qzt/contract/org';
import { promiseEndpoints } from '@qzt/contract/promise';
import { localMoment } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../platform/client.ts';
import { now } from '../../platform/clock.ts';
import { presenceQuery } from '../../platform/presence.ts';
import { keptRatings, sendRatings } from '../../platform/rating-outbox.ts';
import { introduceOnSecond, openDeskSide } from '../../platform/second-channel.ts';
import { may } from '../../platform/session.ts';
import { caseQuery } from '../case/case-query.ts';
import { hoursOf, plateOf } from './plate.ts';

/** How soon a rating that could not be sent is tried again. */
const AGAIN_MS = 10_000;
const SELDOM_MS = 3_600_000;

/** The public facts of today for the plate, kept fresh. */
const usePlate = (session: SessionView, notice: string) => {
  const { date } = localMoment(now());
  const presence = useQuery({
    ...presenceQuery(date),
    enabled: may(session, 'presence.read'),
  });
  const hours = useQuery({
    queryKey: ['hours', 'mine'],
    staleTime: SELDOM_MS,
    queryFn: ({ signal }) => client(promiseEndpoints.readHours, { query: {}, signal }),
  });
  const year = date.slice(0, 4);
  const calendar = useQuery({
    queryKey: ['calendar', Number(year)],
    staleTime: SELDOM_MS,
    queryFn: ({ signal }) => client(promiseEndpoints.readCalendar, { params: { year }, signal }),
  });
  return plateOf({
    place: session.org.name,
    atDesk: session.staff.name,
    date,
    // Whole seconds: the plate is sent anew whenever it changes.
    aheadMs: Math.round((now().getTime() - Date.now()) / 1000) * 1000,
    presence: presence.data,
    hours: hours.data && calendar.data ? hoursOf(date, calendar.data.days, hours.data.items) : [],
    notice,
    practice: session.practice,
  });
};

/** Sends what residents answered, at once and again until it is stored. What it answers is called when one was kept. */
const useRatings = (staffId: string): (() => void) => {
  const queries = useQueryClient();
  const [send] = useState(() => {
    let busy = false;
    return async (): Promise<void> => {
      const waiting = keptRatings(localStorage, staffId, Date.now());
      if (busy || waiting.length === 0) return;
      busy = true;
      await sendRatings(client, localStorage, staffId, Date.now());
      busy = false;
      // The case has one event more: whoever goes on with it must do so from there.
      for (const { target } of waiting)
        if ('caseId' in target)
          await queries.invalidateQueries({ queryKey: caseQuery(target.caseId).queryKey });
    };
  });
  useEffect(() => {
    const again = (): void => void send();
    again();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [send]);
  return () => void send();
};

/** The desk's side of the second screen while the desk is shown. Answers whether a second window follows. */
export const useDeskSide = (session: SessionView, notice: string): boolean => {
  const [followed, setFollowed] = useState(false);
  const staffId = session.staff.id;
  const rated = useRatings(staffId);
  const [told] = useState(() => ({ rated }));
  const plate = JSON.stringify(usePlate(session, notice));
  useEffect(
    () => openDeskSide(staffId, { followed: setFollowed, rated: told.rated }),
    [staffId, told],
  );
  useEffect(() => {
    introduceOnSecond(session.staff.name, JSON.parse(plate));
  }, [session.staff.name, plate]);
  return followed;
};
