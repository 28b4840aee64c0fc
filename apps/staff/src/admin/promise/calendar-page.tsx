import { promiseEndpoints } from '@qzt/contract/promise';
import { localMoment } from '@qzt/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { client } from '../../platform/client.ts';
import styles from '../admin.module.css';
import { Page, Read } from '../page.tsx';
import { CalendarForm } from './calendar-form.tsx';

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) =>
      client(promiseEndpoints.readCalendar, { params: { year: String(year) }, signal }),
  });

/** Holidays and make-up workdays of a year. Every due time is counted with them. */
export const CalendarPage = () => {
  const [year, setYear] = useState(() => Number(localMoment(new Date()).date.slice(0, 4)));
  const read = useQuery(calendarQuery(year));
  return (
    <Page title="工作日历" lead="节假日和调休上班日。所有办件的期限都按它算。">
      <div className="ui-row">
        <Button onClick={() => setYear(year - 1)}>{year - 1} 年</Button>
        <h2>{year} 年</h2>
        <Button onClick={() => setYear(year + 1)}>{year + 1} 年</Button>
      </div>
      <Read read={read} what="日历">
        {(shown) => (
          <>
            {shown.known ? null : (
              <p className={styles.loud} role="alert">
                {year}{' '}
                年没有数据,不猜:期限落在这一年的办件都会标明“日历未定”。请按国务院办公厅的放假通知填好。
              </p>
            )}
            <CalendarForm key={year} shown={shown} />
          </>
        )}
      </Read>
    </Page>
  );
};
