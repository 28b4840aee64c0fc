import { addDays, dayText, localMoment } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../../platform/org.ts';
import { presenceQuery } from '../../platform/presence.ts';
import { Page, Read } from '../page.tsx';
import { PresenceForm } from './presence-form.tsx';

const Day = ({ date, name }: { date: string; name: string }) => {
  const presence = useQuery(presenceQuery(date));
  const staff = useQuery(staffQuery());
  return (
    <section className="ui-paper ui-stack" aria-label={name}>
      <h2>
        {name} <span className="ui-quiet">{dayText(date)}</span>
      </h2>
      <Read read={presence} what="在岗情况">
        {(shown) => (
          <Read read={staff} what="工作人员">
            {({ items }) => (
              <PresenceForm
                key={date}
                date={date}
                shown={shown}
                staff={items.filter((person) => person.leftAt === null)}
              />
            )}
          </Read>
        )}
      </Read>
    </section>
  );
};

/** One line a day: who sits at the desk, who comes when he is called away, who is out from when to when. */
export const PresencePage = () => {
  const today = localMoment(new Date()).date;
  return (
    <Page title="在岗" lead="一天一行:谁坐班、谁顶班、谁什么时候不在。">
      <Day date={today} name="今天" />
      <Day date={addDays(today, 1)} name="明天" />
    </Page>
  );
};
