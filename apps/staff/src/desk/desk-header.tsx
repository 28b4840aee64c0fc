import type { SessionView } from '@qzt/contract/org';
import { sessionEndpoints } from '@qzt/contract/org';
import { localMoment } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { FeedbackEntry } from '../feedback/feedback-entry.tsx';
import { now } from '../platform/clock.ts';
import { presenceQuery } from '../platform/presence.ts';
import { may, setupQuery } from '../platform/session.ts';
import { useWrite } from '../platform/use-write.ts';
import { PracticeButton } from '../practice/practice-button.tsx';
import styles from './desk.module.css';
import { DeskClock } from './desk-clock.tsx';
import { HandOverLink } from './hand-over/hand-over-link.tsx';
import { LargeType } from './large-type.tsx';
import { PhonebookLink } from './phonebook/phonebook-link.tsx';
import { dropAllDrafts } from './reception/draft-store.ts';
import { finishAll } from './reception/leaving.ts';
import { SecondLink } from './second/second-link.tsx';
import { StepOutButton } from './step-out-button.tsx';
import { stepOut } from './stepped-out.ts';

const OnDuty = ({ maySet }: { maySet: boolean }) => {
  const { data } = useQuery(presenceQuery(localMoment(now()).date));
  if (data === undefined) return null;
  const names = [
    data.primary ? `${data.primary.name}(A)` : null,
    data.backup ? `${data.backup.name}(B)` : null,
  ].filter((name) => name !== null);
  if (names.length > 0) return <span>今日我接待:{names.join(' ')}</span>;
  return (
    <span>
      今天谁接待还没有填{maySet ? ',' : ''}
      {maySet ? <Link to="/admin/presence">去填</Link> : null}
    </span>
  );
};

/** That the people here are made up, and how far they have been made; asked again only while they are. */
const Demonstration = () => {
  const { data } = useQuery(setupQuery);
  if (!data?.demonstration) return null;
  if (data.filling)
    return (
      <span className="ui-quiet">
        演示数据准备中 {data.filling.done}/{data.filling.of}
      </span>
    );
  return <span className={styles.demo}>演示数据</span>;
};

export const DeskHeader = ({ session }: { session: SessionView }) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const atCommittee = session.org.kind === 'committee';
  const out = useWrite(sessionEndpoints.signOut, async () => {
    dropAllDrafts(localStorage, session.staff.id);
    stepOut(null);
    await navigate({ to: '/sign-in', search: {} });
    queries.clear();
  });
  return (
    <header className={styles.header}>
      <h1>
        {session.org.name} · {atCommittee ? '首问接待' : '办件'}
      </h1>
      <Demonstration />
      {atCommittee && may(session, 'presence.read') ? (
        <OnDuty maySet={may(session, 'presence.set')} />
      ) : null}
      <span className={styles.gap} />
      {may(session, 'ledger.read') ? <Link to="/desk/registers">登记簿</Link> : null}
      {may(session, 'phonebook.read') ? <PhonebookLink /> : null}
      {may(session, 'loan.read') ? <Link to="/desk/lending">借还</Link> : null}
      {may(session, 'handOver.write') ? <HandOverLink /> : null}
      {may(session, 'encounter.write') ? <StepOutButton /> : null}
      {may(session, 'encounter.write') && atCommittee && !session.practice ? (
        <PracticeButton />
      ) : null}
      <FeedbackEntry />
      {may(session, 'encounter.write') ? <SecondLink session={session} /> : null}
      <LargeType staffId={session.staff.id} />
      <DeskClock />
      <span>{session.staff.name}</span>
      <Link to="/admin">管理</Link>
      <Link to="/about" title="全岗通是什么">
        全岗通
      </Link>
      <Button
        onClick={() => void finishAll().then((whole) => whole && out.send())}
        loading={out.sending}
      >
        {out.trouble ? '没有退出,再试一次' : '退出'}
      </Button>
    </header>
  );
};
