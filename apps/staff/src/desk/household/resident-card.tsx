import { householdEndpoints, type ResidentFile, type ResidentHit } from '@qzt/contract/household';
import { Empty, Failure, Loading, nearText } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { troubleOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import { statusText } from '../case/words.ts';
import { AT_ONCE, isAtOnce, urgencyOf } from '../promise/urgency.ts';
import styles from './household.module.css';
import { AT_THE_DESK, residentQuery } from './people.ts';
import { aboutText, OUTCOME_LABELS } from './words.ts';

interface Props {
  readonly resident: ResidentHit;
  readonly open: (caseId: string) => void;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** Masked until it is asked for; asking is logged. */
const Phone = ({ file }: { file: ResidentFile }) => {
  const [shown, setShown] = useState<string | null>(null);
  const ask = useWrite(householdEndpoints.showPhone, ({ phone }) => setShown(phone));
  if (file.phone === undefined) return <span className="ui-quiet">没有登记电话</span>;
  if (shown !== null) return <a href={`tel:${shown}`}>{shown}</a>;
  return (
    <span className="ui-row" style={{ gap: 8 }}>
      {file.phone}
      <Button
        size="small"
        loading={ask.sending}
        onClick={() => void ask.send({ body: { id: file.id, purpose: AT_THE_DESK } })}
      >
        显示电话
      </Button>
      {ask.trouble ? <span className="ui-error">{ask.trouble.title}</span> : null}
    </span>
  );
};

const Due = ({ one }: { one: ResidentFile['cases'][number] }) => {
  const { dueAt, dueKind, flags } = one;
  if (dueAt === null) return null;
  if (isAtOnce(flags.includes('urgent'), dueKind))
    return <span className={styles.late}>{AT_ONCE}</span>;
  return (
    <span className={styles[urgencyOf(dueAt, flags.includes('late'))]}>
      答应 {nearText(dueAt)} 前
    </span>
  );
};

const Cases = ({ cases, open }: { cases: ResidentFile['cases']; open: Props['open'] }) => {
  const running = cases.filter((one) => one.status !== 'closed');
  if (running.length === 0) return <Empty>没有在办的事,也没有欠着的承诺。</Empty>;
  return (
    <ul className={styles.lines}>
      {running.map((one) => (
        <li key={one.id}>
          <button type="button" className={styles.line} onClick={() => open(one.id)}>
            <strong>{one.title}</strong>
            <span className="ui-quiet">
              {statusText(one)} · {one.number}
            </span>
            <Due one={one} />
          </button>
        </li>
      ))}
    </ul>
  );
};

const Contacts = ({
  contacts,
  open,
}: {
  contacts: ResidentFile['contacts'];
  open: Props['open'];
}) =>
  contacts.length === 0 ? (
    <Empty>以前没有来过的记录。</Empty>
  ) : (
    <ul className={styles.lines}>
      {contacts.map(({ id, at, words, outcome, caseId }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.line}
            disabled={caseId === undefined}
            onClick={() => {
              if (caseId !== undefined) open(caseId);
            }}
          >
            <span className="ui-quiet">
              {nearText(at)} · {OUTCOME_LABELS[outcome]}
            </span>
            <span className={styles.words}>{words}</span>
          </button>
        </li>
      ))}
    </ul>
  );

const Members = ({ members }: { members: ResidentFile['members'] }) =>
  members.length === 0 ? (
    <Empty>户里没有登记别人。</Empty>
  ) : (
    <ul className={styles.members}>
      {members.map((one) => (
        <li key={one.id}>
          {one.name} <span className="ui-quiet">{`${one.relation}${aboutText(one)}`}</span>
        </li>
      ))}
    </ul>
  );

/** The right column while somebody known is at the desk: who it is, with whom he lives, what is under way, what was. */
export const ResidentCard = ({ resident, open }: Props) => {
  const read = useQuery(residentQuery(resident.id));
  if (read.isPending) return <Loading what="正在打开居民…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const file = read.data;
  return (
    <section aria-label="居民" className="ui-stack">
      <div>
        <h2>
          {file.name}
          <span className={styles.about}>{aboutText(file)}</span>
        </h2>
        <div>{file.door}</div>
        <Phone file={file} />
      </div>
      <Part title={`一户 ${file.members.length + 1} 人`}>
        <Members members={file.members} />
      </Part>
      <Part title="在办与承诺">
        <Cases cases={file.cases} open={open} />
      </Part>
      <Part title="上几次来">
        <Contacts contacts={file.contacts} open={open} />
      </Part>
    </section>
  );
};
