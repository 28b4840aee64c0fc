import type { SessionView } from '@qzt/contract/org';
import type { WorkLine } from '@qzt/contract/worklist';
import type { Permission } from '@qzt/domain/org';
import { WORKLISTS, type WorklistName, worklistsOf } from '@qzt/domain/worklist';
import { useKeys } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, memo, useCallback, useRef, useState } from 'react';
import { may } from '../../platform/session.ts';
import { WaitingPapers } from '../certificate/waiting-papers.tsx';
import { LineList, type Target } from './line-list.tsx';
import { loanLineOf, todayLine, workLine } from './lines.ts';
import { loansQuery, todayQuery, worklistQuery } from './lists.ts';
import styles from './promise.module.css';
import { walkLines, walkLists } from './walk.ts';

interface Props {
  readonly session: SessionView;
  readonly opened: string | null;
  readonly open: (caseId: string) => void;
}

/** What a list says where it is empty, and what is news in its lines besides whose matter it is. */
const LISTS: Readonly<
  Record<WorklistName, { readonly empty: string; readonly more?: (line: WorkLine) => string }>
> = {
  promises: { empty: '没有欠着的承诺。' },
  handed: { empty: '没有别人转来的。', more: (line) => `${line.firstAsked.name}首问` },
  waiting: { empty: '没有在等材料的。' },
  answered: { empty: '没有在等回音的。' },
  office: {
    empty: '没有转来我们单位的。',
    more: (line) => `${line.committee} ${line.firstAsked.name}`,
  },
  committee: { empty: '今天没有超时和到期的。', more: (line) => `${line.firstAsked.name}首问` },
  underWay: { empty: '没有在办的。', more: (line) => line.committee },
};

/** Lines that are shown before somebody asks for the rest, and by how many more they grow. */
const FIRST: Readonly<Partial<Record<WorklistName, number>>> = {
  promises: 6,
  committee: 4,
  office: 20,
  underWay: 20,
};
const FEW = 3;
const STEP = 50;
const MOST = 200;

const useLimit = (first: number): readonly [number, () => void] => {
  const [limit, setLimit] = useState(first);
  return [limit, () => setLimit((before) => Math.min(before + STEP, MOST))];
};

interface Opening {
  readonly opened: string | null;
  readonly open: (target: Target) => void;
}

const Worklist = ({ name, ...opening }: Opening & { name: WorklistName }) => {
  const [limit, more] = useLimit(FIRST[name] ?? FEW);
  const read = useQuery(worklistQuery(name, limit));
  const { empty, more: news } = LISTS[name];
  return (
    <LineList
      title={WORKLISTS[name].label}
      read={read}
      listed={({ items, ...figures }) => ({
        ...figures,
        lines: items.map((line) => workLine(line, news)),
      })}
      empty={empty}
      more={more}
      {...opening}
    />
  );
};

const Loans = (opening: Opening) => {
  const [limit, more] = useLimit(FEW);
  const read = useQuery(loansQuery(Math.min(limit, 100)));
  return (
    <LineList
      title="借出未还"
      read={read}
      listed={({ items, total, late }) => ({ lines: items.map(loanLineOf), total, late })}
      empty="借出去的都还了。"
      more={more}
      {...opening}
    />
  );
};

const Today = (opening: Opening) => {
  const [limit, more] = useLimit(FEW);
  const read = useQuery(todayQuery(limit));
  return (
    <LineList
      title="今天的接待"
      read={read}
      listed={({ items, total }) => ({ lines: items.map(todayLine), total })}
      empty="今天还没有登记。"
      more={more}
      {...opening}
    />
  );
};

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** How many came today, in one line above everything. Who waits is not known: nobody draws a number here. */
const Count = () => {
  const { data } = useQuery(todayQuery(FEW));
  return <p className={styles.count}>今天接待 {data?.contacts ?? '…'} 次</p>;
};

/** The left column: what I owe first, what was given to me, what waits, what is lent, what today was. */
export const MyDay = memo(({ session, opened, open }: Props) => {
  const column = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const lead = useCallback(
    (target: Target): void => {
      if ('caseId' in target) open(target.caseId);
      else void navigate({ to: '/desk/lending', search: { loan: target.loanId } });
    },
    [open, navigate],
  );
  const walk = (step: 1 | -1) => () =>
    column.current === null ? false : walkLists(column.current, step);
  useKeys({ 'Ctrl+ArrowDown': walk(1), 'Ctrl+ArrowUp': walk(-1) });
  const step = (event: KeyboardEvent): void => {
    const by = ARROWS[event.key];
    if (by === undefined || event.ctrlKey || column.current === null) return;
    if (walkLines(column.current, by)) event.preventDefault();
  };
  const permissions = { has: (permission: Permission) => may(session, permission) };
  const receives = may(session, 'encounter.read');
  const opening = { opened, open: lead };
  return (
    <nav ref={column} aria-label="我的事" className={styles.column} onKeyDown={step}>
      <div className={styles.top}>
        {receives ? <Count /> : null}
        <span className="ui-quiet">
          <span className="ui-key">Ctrl ↓</span> 到清单
        </span>
      </div>
      <WaitingPapers open={open} />
      {worklistsOf(permissions, session.org.kind).map((name) => (
        <Worklist key={name} name={name} {...opening} />
      ))}
      {may(session, 'loan.read') && session.org.kind === 'committee' ? (
        <Loans {...opening} />
      ) : null}
      {receives ? <Today {...opening} /> : null}
    </nav>
  );
});
