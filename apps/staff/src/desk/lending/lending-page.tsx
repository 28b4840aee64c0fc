import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { homeOf, may, useSession } from '../../platform/session.ts';
import { BackToDesk } from '../back-to-desk.tsx';
import desk from '../desk.module.css';
import { DeskHeader } from '../desk-header.tsx';
import { LendForm } from './lend-form.tsx';
import styles from './lending.module.css';
import { LoanPanel } from './loan-panel.tsx';
import { LoanTable } from './loan-table.tsx';

/** 借还: what is out on the left, one loan or a new one on the right. */
export const LendingPage = () => {
  const session = useSession();
  const navigate = useNavigate();
  const { loan } = useSearch({ from: '/guarded/desk/lending' });
  const [state, setState] = useState<'out' | 'all'>('out');
  const [said, setSaid] = useState('');
  if (!may(session, 'loan.read')) return <Navigate to={homeOf(session)} replace />;
  const open = (id: string | null): void =>
    void navigate({ to: '/desk/lending', search: id === null ? {} : { loan: id } });
  const say = (text: string): void => {
    setSaid(text);
    open(null);
  };
  return (
    <div className={desk.page}>
      <DeskHeader session={session} />
      <div className={styles.page}>
        <main className={styles.list} aria-label="借还">
          <div className="ui-row">
            <h2>借还</h2>
            <Button type={state === 'out' ? 'primary' : 'default'} onClick={() => setState('out')}>
              没还的
            </Button>
            <Button type={state === 'all' ? 'primary' : 'default'} onClick={() => setState('all')}>
              全部
            </Button>
            <span role="status" className={styles.said}>
              {said}
            </span>
            <span className={styles.gap} />
            <BackToDesk />
          </div>
          <LoanTable state={state} opened={loan ?? null} open={open} />
        </main>
        <aside className={styles.side} aria-label={loan === undefined ? '借出' : '这一笔'}>
          {loan === undefined ? (
            <>
              <h2>借出一样东西</h2>
              <LendForm done={(made) => setSaid(`${made.thing.name}已借出,记好了`)} />
            </>
          ) : (
            <>
              <Button onClick={() => open(null)}>另借一样</Button>
              <LoanPanel key={loan} id={loan} done={() => say('收好了,谢谢')} />
            </>
          )}
        </aside>
      </div>
    </div>
  );
};
