import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { homeOf, setupQuery } from '../platform/session.ts';
import { DemoNotice } from './demo-notice.tsx';
import styles from './sign-in.module.css';
import { type Entry, SignInForm } from './sign-in-form.tsx';

export const SignInPage = () => {
  const navigate = useNavigate();
  const { back } = useSearch({ from: '/sign-in' });
  const setup = useQuery(setupQuery);
  const [entry, setEntry] = useState<Entry>({ username: '', password: '' });
  return (
    <main className={styles.page}>
      <div className={`ui-paper ${styles.box}`}>
        <div>
          <h1>全走通</h1>
          <span className="ui-quiet">居民区工作台</span>{' '}
          <Link to="/about" style={{ color: 'var(--work)' }}>
            全岗通是什么
          </Link>
        </div>
        {setup.data?.empty ? (
          <p>
            这里还没有任何街镇,请先 <Link to="/setup">建立第一个街镇</Link>。
          </p>
        ) : null}
        <SignInForm
          entry={entry}
          change={setEntry}
          done={(session) => void navigate({ to: back ?? homeOf(session) })}
        />
        {setup.data?.demonstration ? (
          <DemoNotice
            filling={setup.data.filling}
            choose={(username, password) => setEntry({ username, password })}
          />
        ) : null}
      </div>
    </main>
  );
};
