import type { HandOverView } from '@qzt/contract/hand-over';
import { Empty, Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { homeOf, may, useSession } from '../../platform/session.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { BackToDesk } from '../back-to-desk.tsx';
import desk from '../desk.module.css';
import { DeskHeader } from '../desk-header.tsx';
import { GiveForm } from './give-form.tsx';
import styles from './hand-over.module.css';
import { HandOverCard } from './hand-over-card.tsx';
import { handOverPreviewQuery, handOversQuery } from './hand-over-query.ts';

const waits = (one: HandOverView): boolean => one.taken === null && one.withdrawnAt === null;

/** 交接: what waits to be taken first, then what was; beside it what I hand over. */
export const HandOverPage = () => {
  const session = useSession();
  const list = useQuery(handOversQuery);
  const preview = useQuery(handOverPreviewQuery);
  const [said, setSaid] = useState('');
  if (!may(session, 'handOver.write')) return <Navigate to={homeOf(session)} replace />;
  const items = list.data?.items ?? [];
  const open = items.filter(waits);
  return (
    <div className={desk.page}>
      <DeskHeader session={session} />
      <div className={styles.page}>
        <main className={styles.list} aria-label="交接">
          <div className="ui-row">
            <h2>交接</h2>
            <Button onClick={() => window.print()}>打印</Button>
            <span role="status" className={styles.said}>
              {said}
            </span>
            <span className={styles.gap} />
            <BackToDesk />
          </div>
          {list.isPending ? <Loading what="正在取交接…" /> : null}
          {list.isError ? (
            <Failure title={troubleOf(list.error).title} again={() => void list.refetch()} />
          ) : null}
          {list.data !== undefined && open.length === 0 ? (
            <Empty>没有等着接的班。下班前在右边交给下一位同事。</Empty>
          ) : null}
          {open.map((one) => (
            <HandOverCard key={one.id} one={one} said={setSaid} />
          ))}
          {items.length > open.length ? <h2 className={styles.before}>这一周的</h2> : null}
          {items
            .filter((one) => !waits(one))
            .map((one) => (
              <HandOverCard key={one.id} one={one} said={setSaid} />
            ))}
        </main>
        <aside className={styles.side} aria-label="我来交班">
          <h2>我来交班</h2>
          {preview.isPending ? <Loading what="正在看您手上的事…" /> : null}
          {preview.isError ? (
            <Failure title={troubleOf(preview.error).title} again={() => void preview.refetch()} />
          ) : null}
          {preview.data === undefined ? null : <GiveForm preview={preview.data} said={setSaid} />}
        </aside>
      </div>
    </div>
  );
};
