import { type LoanLine, lendingEndpoints } from '@qzt/contract/lending';
import { LOAN_STATE_LABELS } from '@qzt/domain/lending';
import { Empty, Failure, Loading, momentText, nearText } from '@qzt/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { client } from '../../platform/client.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { urgencyOf } from '../promise/urgency.ts';
import styles from './lending.module.css';

interface Props {
  readonly state: 'out' | 'all';
  readonly opened: string | null;
  readonly open: (id: string) => void;
}

const PAGE = 50;

const Row = ({ loan, opened, open }: { loan: LoanLine } & Omit<Props, 'state'>) => {
  const left = loan.count - loan.returned;
  const out = loan.state === 'out';
  return (
    <tr aria-selected={opened === loan.id}>
      <td>
        <button type="button" className={styles.opens} onClick={() => open(loan.id)}>
          {loan.thing.name}
          {loan.count > 1 ? ` × ${loan.count}` : ''}
        </button>
        {out && left < loan.count ? <span className="ui-quiet"> 还差 {left}</span> : null}
      </td>
      <td>
        {loan.borrower.name ?? '没留姓名'}
        {loan.borrower.door === null ? '' : ` · ${loan.borrower.door}`}
      </td>
      <td>{loan.borrower.phone ?? ''}</td>
      <td>
        {momentText(loan.lentAt)} <span className="ui-quiet">{loan.lentBy.name}</span>
      </td>
      <td className={out ? styles[urgencyOf(loan.dueAt, loan.late)] : styles.calm}>
        {out ? nearText(loan.dueAt) : LOAN_STATE_LABELS[loan.state]}
        {loan.late ? ' 已超时' : ''}
      </td>
    </tr>
  );
};

/** What is lent: what is out, first due first; or everything, newest first. */
export const LoanTable = ({ state, opened, open }: Props) => {
  const read = useInfiniteQuery({
    queryKey: ['loans', 'table', state],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      client(lendingEndpoints.listLoans, {
        query: { state, limit: PAGE, cursor: pageParam },
        signal,
      }),
  });
  if (read.isPending) return <Loading what="正在取借还…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const pages = read.data.pages;
  const { total = 0, late = 0 } = pages[0] ?? {};
  const loans = pages.flatMap(({ items }) => items);
  if (total === 0)
    return (
      <Empty>
        {state === 'out'
          ? '借出去的都还了。要借东西,在右边填。'
          : '还没有借过东西。在右边填第一笔。'}
      </Empty>
    );
  return (
    <>
      <p className="ui-quiet">
        {state === 'out' ? `没还的 ${total} 笔` : `一共 ${total} 笔`}
        {late > 0 ? <span className={styles.late}> · 超时 {late}</span> : null}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">借了什么</th>
            <th scope="col">谁借的</th>
            <th scope="col">电话</th>
            <th scope="col">什么时候借的</th>
            <th scope="col">什么时候还</th>
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <Row key={loan.id} loan={loan} opened={opened} open={open} />
          ))}
        </tbody>
      </table>
      {read.hasNextPage ? (
        <Button onClick={() => void read.fetchNextPage()} loading={read.isFetchingNextPage}>
          还有 {total - loans.length} 笔
        </Button>
      ) : null}
    </>
  );
};
