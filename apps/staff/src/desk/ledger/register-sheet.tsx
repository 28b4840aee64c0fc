import type { RegisterFilter, RegisterTotals } from '@qzt/contract/ledger';
import { NUMBER_NOTE } from '@qzt/domain/certificate';
import type { Register } from '@qzt/domain/ledger';
import { Empty, Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './ledger.module.css';
import { PAGE, registerQuery } from './register-query.ts';
import { RegisterTable } from './register-table.tsx';

interface Props {
  readonly register: Register;
  readonly filter: RegisterFilter;
  readonly committees: boolean;
}

interface TotalsProps {
  readonly totals: RegisterTotals;
  readonly loans: boolean;
}

/** What is over, what waits for an echo and what is open make up all lines; cases are fewer, where one came twice. */
const Totals = ({ totals: { lines, cases, done, open, late }, loans }: TotalsProps) => {
  const answered = lines - done - open;
  return (
    <p className={styles.totals} role="status">
      共 <b>{lines}</b> 条{loans ? '' : `(涉及办件 ${cases} 件)`}:{loans ? '已还清' : '已了结'}{' '}
      {done}
      {answered > 0 ? ` · 已答复,等回音 ${answered}` : ''} · {loans ? '还没还' : '还没办完'} {open}
      {late > 0 ? <span className={styles.late}>(其中已超时 {late})</span> : null}
    </p>
  );
};

/** One register of a period, page by page. Totals are of the whole period, whatever the page. */
export const RegisterSheet = ({ register, filter, committees }: Props) => {
  // Where each page begins; lines that come meanwhile move none of them.
  const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
  const sheet = useRef<HTMLElement>(null);
  const read = useQuery(registerQuery(register, filter, starts.at(-1) ?? null));
  if (read.isPending) return <Loading what="正在取登记簿…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const { items, totals, nextCursor, persons } = read.data;
  const first = (starts.length - 1) * PAGE;
  const turn = (next: readonly (string | null)[]): void => {
    setStarts(next);
    sheet.current?.closest('main')?.scrollTo({ top: 0 });
  };
  return (
    <>
      <div className={styles.bar}>
        <Totals totals={totals} loans={register === 'loan'} />
        <span className={styles.gap} />
        {totals.lines > PAGE ? (
          <nav className="ui-row" aria-label="翻页">
            <span className="ui-quiet">
              第 {first + 1}–{first + items.length} 条
            </span>
            <Button disabled={starts.length === 1} onClick={() => turn(starts.slice(0, -1))}>
              上一页
            </Button>
            <Button
              disabled={nextCursor === null || read.isPlaceholderData}
              onClick={() => turn([...starts, nextCursor])}
            >
              下一页
            </Button>
          </nav>
        ) : null}
      </div>
      {register === 'certificate' ? (
        <p className="ui-quiet" style={{ margin: 0 }}>
          {NUMBER_NOTE}
        </p>
      ) : null}
      {items.length === 0 ? (
        <Empty>这段时间没有这样的登记。换一个时间,或去掉筛选再看。</Empty>
      ) : (
        <section ref={sheet} className={styles.paper} aria-label="登记簿">
          <RegisterTable
            register={register}
            lines={items}
            persons={persons}
            committees={committees}
          />
        </section>
      )}
    </>
  );
};
