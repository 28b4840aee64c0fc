import { Empty, Failure, Loading } from '@qzt/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { troubleOf } from '../../platform/trouble.ts';
import { AlarmClock } from '../danger/alarm-clock.tsx';
import styles from './promise.module.css';
import { AT_ONCE, type Urgency } from './urgency.ts';

/** Where a line leads: a case beside the reception, or a loan on its page. */
export type Target = { readonly caseId: string } | { readonly loanId: string };

export interface Line {
  readonly key: string;
  readonly target: Target | null;
  readonly when: string;
  readonly number: string;
  readonly text: string;
  readonly more: string;
  readonly urgency: Urgency;
  readonly urgent: boolean;
  /** Present while danger is open: its clock runs in the line. */
  readonly alarm?: { readonly since: string; readonly called: boolean };
}

export interface Listed {
  readonly lines: readonly Line[];
  /** Of the whole list, whatever part of it is shown. */
  readonly total: number;
  readonly late?: number;
  readonly today?: number;
}

interface Props<T> {
  readonly title: string;
  readonly read: UseQueryResult<T>;
  readonly listed: (data: T) => Listed;
  readonly empty: string;
  readonly opened: string | null;
  readonly open: (target: Target) => void;
  /** Shows more lines of a list that is longer than what is shown. */
  readonly more: () => void;
}

const SAID: Readonly<Record<Urgency, string>> = { late: '已超时', soon: '', calm: '' };

const Row = ({ line, opened, open }: { line: Line } & Pick<Props<unknown>, 'opened' | 'open'>) => {
  const { target } = line;
  const atOnce = line.when === AT_ONCE;
  const inner = (
    <>
      <span className={styles[line.urgency]}>
        {line.urgent && line.alarm === undefined && !atOnce ? (
          <span className={styles.tag}>应急</span>
        ) : null}
        {line.when}
        {atOnce || SAID[line.urgency] === '' ? null : ` ${SAID[line.urgency]}`}
      </span>
      {line.alarm ? <AlarmClock {...line.alarm} /> : null}
      <span className={styles.text}>{line.text}</span>
      <span className={styles.more}>
        <span>{line.more}</span>
        <span className={styles.number}>{line.number}</span>
      </span>
    </>
  );
  if (target === null) return <div className={styles.line}>{inner}</div>;
  return (
    <button
      type="button"
      className={styles.line}
      data-line=""
      aria-current={'caseId' in target && opened === target.caseId}
      onClick={() => open(target)}
    >
      {inner}
    </button>
  );
};

/** How many there are, and what of it presses: late in red, due today in amber, both in words. */
const Figures = ({ total, late = 0, today = 0 }: Listed) => (
  <span className={styles.figures}>
    {late > 0 ? <span className={styles.late}>超时 {late}</span> : null}
    {today > 0 ? <span className={styles.soon}>今天到期 {today}</span> : null}
    {total > 0 ? <span className="ui-quiet">{total} 件</span> : null}
  </span>
);

/** One list of the left column: its name, the figures of the whole of it, the first of its lines, and the rest on request. */
export const LineList = <T,>({ title, read, listed, empty, opened, open, more }: Props<T>) => {
  const heading = useId();
  const list = read.data === undefined ? undefined : listed(read.data);
  const hidden = list === undefined ? 0 : list.total - list.lines.length;
  return (
    <section data-list="" aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        {title}
        {list === undefined ? null : <Figures {...list} />}
      </h2>
      {read.isPending ? <Loading what="正在取…" /> : null}
      {read.isError && list === undefined ? (
        <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />
      ) : null}
      {list?.total === 0 ? <Empty>{empty}</Empty> : null}
      <ul className={styles.lines}>
        {(list?.lines ?? []).map((line) => (
          <li key={line.key}>
            <Row line={line} opened={opened} open={open} />
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button type="link" size="small" data-line="" onClick={more}>
          还有 {hidden} 件
        </Button>
      ) : null}
    </section>
  );
};
