import { Empty, Failure, Loading } from '@qzt/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './promise.module.css';
import type { Urgency } from './urgency.ts';

export interface Line {
  readonly key: string;
  readonly caseId: string | null;
  readonly when: string;
  readonly text: string;
  readonly more?: string;
  readonly urgency: Urgency;
}

interface Props<T> {
  readonly title: ReactNode;
  readonly read: UseQueryResult<T>;
  readonly lines: (data: T) => readonly Line[];
  readonly empty: string;
  readonly opened: string | null;
  readonly open: (caseId: string) => void;
}

const SAID: Readonly<Record<Urgency, string>> = { late: '已超时', soon: '今天到期', calm: '' };

const Row = ({ line, opened, open }: { line: Line } & Pick<Props<unknown>, 'opened' | 'open'>) => {
  const { caseId } = line;
  const inner = (
    <>
      <span className={styles[line.urgency]}>
        {line.when}
        {SAID[line.urgency] === '' ? null : ` ${SAID[line.urgency]}`}
      </span>
      <span className={styles.text}>{line.text}</span>
      {line.more ? <span className="ui-quiet">{line.more}</span> : null}
    </>
  );
  if (caseId === null) return <div className={styles.line}>{inner}</div>;
  return (
    <button
      type="button"
      className={styles.line}
      aria-current={opened === caseId}
      onClick={() => open(caseId)}
    >
      {inner}
    </button>
  );
};

/** One short list of the left column, with its count in the heading. */
export const LineList = <T,>({ title, read, lines, empty, opened, open }: Props<T>) => {
  const rows = read.data === undefined ? [] : lines(read.data);
  return (
    <section>
      <h2 className={styles.heading}>
        {title} {rows.length > 0 ? <span className="ui-quiet">{rows.length}</span> : null}
      </h2>
      {read.isPending ? <Loading what="正在取…" /> : null}
      {read.isError && read.data === undefined ? (
        <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />
      ) : null}
      {read.data !== undefined && rows.length === 0 ? <Empty>{empty}</Empty> : null}
      <ul className={styles.lines}>
        {rows.map((line) => (
          <li key={line.key}>
            <Row line={line} opened={opened} open={open} />
          </li>
        ))}
      </ul>
    </section>
  );
};
