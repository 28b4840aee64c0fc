import type { PhoneEntry } from '@qzt/contract/phonebook';
import { PHONE_ROLES } from '@qzt/domain/phonebook';
import { Empty, Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { homeOf, may, useSession } from '../../platform/session.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { BackToDesk } from '../back-to-desk.tsx';
import { caseQuery } from '../case/case-query.ts';
import desk from '../desk.module.css';
import { DeskHeader } from '../desk-header.tsx';
import { foundIn, groupsOf } from './groups.ts';
import { PhoneForm } from './phone-form.tsx';
import { PhoneRow } from './phone-row.tsx';
import styles from './phonebook.module.css';
import { phonebookQuery } from './phonebook-query.ts';
import { mayNoteCall, useCalled } from './use-called.ts';

/** The open case on which a call is noted, or how to have one. */
const CaseLine = ({ id, last }: { id: string | undefined; last: string | null }) => {
  const { data } = useQuery({ ...caseQuery(id ?? ''), enabled: id !== undefined });
  if (id === undefined)
    return <p className="ui-quiet">先在接待台打开一件办件再来,打过的电话就能一键记在那一件上。</p>;
  return (
    <p role="status">
      {data === undefined ? '正在打开办件…' : `打过的电话记在:${data.title}(${data.number})`}
      {last === null ? null : <span className={styles.said}> · 已记下拨打{last}</span>}
    </p>
  );
};

/** 电话本: whom the desk calls, emergency numbers first; found by a word, called by a link, noted by a key. */
export const PhonebookPage = () => {
  const session = useSession();
  const { case: caseId } = useSearch({ from: '/guarded/desk/phonebook' });
  const read = useQuery(phonebookQuery);
  const shown = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== undefined }).data;
  const called = useCalled(shown);
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<PhoneEntry | 'new' | null>(null);
  if (!may(session, 'phonebook.read')) return <Navigate to={homeOf(session)} replace />;
  const edits = may(session, 'phonebook.edit');
  const entries = foundIn(read.data?.items ?? [], words);
  const noted = mayNoteCall(shown) && !called.sending;
  return (
    <div className={desk.page}>
      <DeskHeader session={session} />
      <div className={styles.page}>
        <main className={styles.book} aria-label="电话本">
          <div className="ui-row">
            <h2>电话本</h2>
            <Input
              aria-label="找谁"
              placeholder="找谁:物业、电梯、3号楼…"
              autoFocus
              allowClear
              autoComplete="off"
              value={words}
              onChange={(e) => setWords(e.target.value)}
              style={{ width: 260 }}
            />
            {edits ? <Button onClick={() => setEditing('new')}>添一个号码</Button> : null}
            <span className={styles.gap} />
            <BackToDesk caseId={caseId} />
          </div>
          <CaseLine id={caseId} last={called.last} />
          {called.trouble === null ? null : <Failure title={called.trouble.title} />}
          {read.isPending ? <Loading what="正在取电话本…" /> : null}
          {read.isError ? (
            <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />
          ) : null}
          {read.data !== undefined && entries.length === 0 ? (
            <Empty>
              没有找到“{words}”。{edits ? '可以添一个号码。' : '请负责人添到电话本里。'}
            </Empty>
          ) : null}
          {groupsOf(entries).map(([role, group]) => (
            <section key={role} aria-label={PHONE_ROLES[role]} className={styles.group}>
              <ul className={styles.rows}>
                {group.map((entry, index) => (
                  <PhoneRow
                    key={entry.id}
                    entry={entry}
                    kind={index === 0 ? PHONE_ROLES[role] : ''}
                    purpose={shown === undefined ? '查号码' : `办件 ${shown.number} 要打电话`}
                    note={noted ? (one) => void called.note(one) : null}
                    edit={edits ? setEditing : null}
                  />
                ))}
              </ul>
            </section>
          ))}
        </main>
        {editing === null ? null : (
          <aside className={styles.side} aria-label="修改电话本">
            <PhoneForm
              key={editing === 'new' ? 'new' : editing.id}
              entry={editing === 'new' ? null : editing}
              close={() => setEditing(null)}
            />
          </aside>
        )}
      </div>
    </div>
  );
};
