import { promiseEndpoints } from '@qzt/contract/promise';
import { Empty } from '@qzt/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { client } from '../../platform/client.ts';
import { useSession } from '../../platform/session.ts';
import { Page, Read } from '../page.tsx';
import { HoursForm } from './hours-form.tsx';
import { HoursPeriod } from './hours-period.tsx';

export const hoursQuery = (committeeId: string) =>
  queryOptions({
    queryKey: ['hours', committeeId],
    queryFn: ({ signal }) => client(promiseEndpoints.readHours, { query: { committeeId }, signal }),
  });

const Hours = ({ committeeId }: { committeeId: string }) => (
  <Read read={useQuery(hoursQuery(committeeId))} what="开放时间">
    {(hours) => (
      <>
        {hours.items.length === 0 ? <Empty>还没有开放时间,请在下面填好。</Empty> : null}
        {hours.items.map((shown) => (
          <section key={shown.validFrom} className="ui-paper ui-stack">
            <HoursPeriod shown={shown} />
          </section>
        ))}
        <HoursForm key={committeeId} committeeId={committeeId} shown={hours} />
      </>
    )}
  </Read>
);

/** When residents find somebody. Hours by appointment are kept apart: nothing is ever due in them. */
export const HoursPage = () => {
  const { org, committees } = useSession();
  const own = org.kind === 'committee' ? [org] : committees;
  const [committeeId, setCommitteeId] = useState<string | null>(own[0]?.id ?? null);
  return (
    <Page title="开放时间" lead="期限到当天最后一段开放时间为止;需预约的时间不算。">
      {own.length > 1 ? (
        <Select
          aria-label="居委会"
          style={{ width: 320 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
          value={committeeId}
          onChange={setCommitteeId}
        />
      ) : null}
      {committeeId === null ? (
        <Empty>还没有居委会,请先在“组织”里添加。</Empty>
      ) : (
        <Hours committeeId={committeeId} />
      )}
    </Page>
  );
};
