import type { SessionView } from '@qzt/contract/org';
import type { PromiseLine } from '@qzt/contract/promise';
import type { CaseLine, EncounterView } from '@qzt/contract/reception';
import { localMoment, nearText } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { may } from '../../platform/session.ts';
import { statusText } from '../case/words.ts';
import { type Line, LineList } from './line-list.tsx';
import { answeredQuery, handedQuery, promisesQuery, todayQuery } from './lists.ts';
import { byDue, urgencyOf } from './urgency.ts';

const promiseLine = (promise: PromiseLine): Line => ({
  key: promise.id,
  caseId: promise.caseId,
  when: nearText(promise.dueAt),
  text: promise.title,
  more: promise.number,
  urgency: urgencyOf(promise.dueAt, promise.late),
});

const caseLine = (line: CaseLine): Line => ({
  key: line.id,
  caseId: line.id,
  when: line.dueAt === null ? statusText(line) : nearText(line.dueAt),
  text: line.title,
  more: line.firstAsked.name,
  urgency: line.dueAt === null ? 'calm' : urgencyOf(line.dueAt, line.flags.includes('late')),
});

const OUTCOME: Readonly<Record<string, string>> = {
  settled: '当场办好',
  advice: '已答复',
  referred: '已指路',
  refused: '不予办理',
  case: '已登记',
};

const contactLines = (contacts: readonly EncounterView[]): Line[] =>
  contacts.flatMap((contact) =>
    contact.needs.map((need) => ({
      key: need.id,
      caseId: need.caseId ?? null,
      when: localMoment(contact.startedAt).time,
      text: need.words,
      more: OUTCOME[need.outcome] ?? need.outcome,
      urgency: 'calm' as const,
    })),
  );

interface Props {
  readonly session: SessionView;
  readonly opened: string | null;
  readonly open: (caseId: string) => void;
}

/** The left column: what I owe, what was given to me, what waits for an echo, what today was. */
export const MyDay = ({ session, opened, open }: Props) => {
  const owes = may(session, 'promise.read');
  const receives = may(session, 'encounter.read');
  const me = session.staff.id;
  const promises = useQuery({ ...promisesQuery, enabled: owes });
  const handed = useQuery({ ...handedQuery, enabled: may(session, 'case.read') });
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
      <LineList
        title="交给我的"
        read={handed}
        lines={(data) => data.items.filter((c) => c.firstAsked.id !== me).map(caseLine)}
        empty="没有别人转来的。"
        {...shared}
      />
      {receives ? (
        <>
          <LineList
            title="已答复,等回音"
            read={answered}
            lines={(data) => data.items.map(caseLine)}
            empty="没有在等回音的。"
            {...shared}
          />
          <LineList
            title="今天的接待"
            read={today}
            lines={contactLines}
            empty="今天还没有登记。"
            {...shared}
          />
        </>
      ) : null}
    </nav>
  );
};
