import type { SessionView } from '@qzt/contract/org';
import { useQuery } from '@tanstack/react-query';
import { may } from '../../platform/session.ts';
import { LineList } from './line-list.tsx';
import { caseLine, contactLine, promiseLine, waitingLine } from './lines.ts';
import {
  answeredQuery,
  handedQuery,
  openCasesQuery,
  promisesQuery,
  todayQuery,
  waitingQuery,
} from './lists.ts';
import { byDue } from './urgency.ts';

interface Props {
  readonly session: SessionView;
  readonly opened: string | null;
  readonly open: (caseId: string) => void;
}

/** The left column: what I owe, what was given to me, what waits for papers or an echo, what today was. */
export const MyDay = ({ session, opened, open }: Props) => {
  const owes = may(session, 'promise.read');
  const receives = may(session, 'encounter.read');
  const me = session.staff.id;
  const promises = useQuery({ ...promisesQuery, enabled: owes });
  const handed = useQuery({ ...handedQuery, enabled: may(session, 'case.write') });
  const supervises = !may(session, 'case.write');
  const underWay = useQuery({ ...openCasesQuery, enabled: supervises });
  const waiting = useQuery({ ...waitingQuery, enabled: receives });
  const answered = useQuery({ ...answeredQuery, enabled: receives });
  const today = useQuery({ ...todayQuery, enabled: receives });
  const shared = { opened, open };
  return (
    <nav aria-label="我的事" className="ui-stack">
      {owes ? (
        <LineList
          title="我的承诺"
          read={promises}
          lines={(data) => byDue(data.items).map(promiseLine)}
          empty="没有欠着的承诺。"
          {...shared}
        />
      ) : null}
      {supervises ? (
        <LineList
          title="各居委会在办"
          read={underWay}
          lines={(data) => data.items.map((c) => caseLine(c))}
          empty="没有在办的。"
          {...shared}
        />
      ) : (
        <LineList
          title="交给我的"
          read={handed}
          lines={(data) =>
            data.items
              .filter((c) => c.firstAsked.id !== me)
              .map((c) => caseLine(c, c.firstAsked.name))
          }
          empty="没有别人转来的。"
          {...shared}
        />
      )}
      {receives ? (
        <>
          <LineList
            title="等居民补材料"
            read={waiting}
            lines={(data) => data.items.map(waitingLine)}
            empty="没有在等材料的。"
            {...shared}
          />
          <LineList
            title="已答复,等回音"
            read={answered}
            lines={(data) => data.items.map((c) => caseLine(c))}
            empty="没有在等回音的。"
            {...shared}
          />
          <LineList
            title="今天的接待"
            read={today}
            lines={(data) => data.map(contactLine)}
            empty="今天还没有登记。"
            {...shared}
          />
        </>
      ) : null}
    </nav>
  );
};
