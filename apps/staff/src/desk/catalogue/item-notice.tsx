import type { ItemView } from '@qzt/contract/catalogue';
import { Empty, Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode } from 'react';
import { PrintButton } from '../../platform/print-button.tsx';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './catalogue.module.css';
import { ChangedMark } from './changed-mark.tsx';
import { itemQuery } from './finder.ts';
import { Materials } from './materials.tsx';
import { itemNoticeAddress } from './print-notice.ts';
import { limitText, routeText } from './words.ts';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

const Part = ({ title, children }: PartProps) => (
  <div className={styles.part}>
    <h3>{title}</h3>
    {children}
  </div>
);

const Term = ({ name, text }: { name: string; text: string }) =>
  text === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const Places = ({ places }: { places: NonNullable<ItemView['details']>['places'] }) => (
  <ul>
    {places.map(({ name, address, phone }) => (
      <li key={name}>{[name, address, phone].filter((part) => part !== undefined).join(' · ')}</li>
    ))}
  </ul>
);

const Details = ({ item }: { item: ItemView }) => {
  const { details } = item;
  if (!details) return <Empty>这一项还没有写明怎么问、怎么办,请按平时的做法办。</Empty>;
  return (
    <div className={styles.parts}>
      {details.script.length > 0 ? (
        <Part title="怎么问">
          <Lines lines={details.script} />
        </Part>
      ) : null}
      {details.steps.length > 0 ? (
        <Part title="怎么办">
          <Lines lines={details.steps} />
        </Part>
      ) : null}
      {details.places.length > 0 ? (
        <Part title="在哪里办">
          <Places places={details.places} />
        </Part>
      ) : null}
      <dl className={styles.terms}>
        <Term name="给谁办" text={details.forWhom} />
        <Term name="收费" text={details.fee} />
        <Term name="办好后" text={details.closing} />
      </dl>
    </div>
  );
};

interface Props {
  /** Only looked at: the cursor of the list is on it. */
  readonly preview?: boolean;
  readonly code: string;
  readonly received: Readonly<Record<string, number>>;
  readonly change: (received: Readonly<Record<string, number>>) => void;
}

/** 一次告知: everything that the resident must know of the picked item, at the first contact. */
export const ItemNotice = memo(({ code, received, change, preview = false }: Props) => {
  const read = useQuery(itemQuery(code));
  if (read.isPending) return <Loading what="正在取事项全文…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const item = read.data;
  return (
    <section aria-label="一次告知" className="ui-stack">
      <div className={styles.picked}>
        <h2>一次告知</h2>
        {preview ? <span>{item.name}</span> : null}
        {preview ? <span className="ui-quiet">按 Enter 选它</span> : null}
        <span className={item.limitOfficial ? styles.tag : styles.check}>
          时限:{limitText(item)}
        </span>
        <span className={styles.tag}>{item.standingLabel}</span>
        {item.checkFirst ? <span className={styles.check}>规定可能有变,先核实再答复</span> : null}
        <span className={styles.tag}>{routeText(item.route)}</span>
        {item.handOver ? <span className={styles.tag}>登记后交条线负责人办</span> : null}
      </div>
      {item.changed ? <ChangedMark changed={item.changed} /> : null}
      <Materials names={item.materials} copies={item.copies} received={received} change={change} />
      <Details item={item} />
      {preview ? null : (
        <PrintButton address={() => itemNoticeAddress(item.code)}>打印告知单</PrintButton>
      )}
    </section>
  );
});
