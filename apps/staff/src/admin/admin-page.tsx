import { Link, Outlet } from '@tanstack/react-router';
import { FeedbackEntry } from '../feedback/feedback-entry.tsx';
import { homeOf, useSession } from '../platform/session.ts';
import styles from './admin.module.css';
import { sectionsFor } from './sections.ts';

export const AdminPage = () => {
  const session = useSession();
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label="管理">
        <div>
          <strong>{session.org.name}</strong>
          <div className="ui-quiet">{session.staff.name}</div>
        </div>
        {sectionsFor(session.permissions).map(({ to, label }) => (
          <Link key={to} to={to} className={styles.link} activeProps={{ 'aria-current': 'page' }}>
            {label}
          </Link>
        ))}
        {homeOf(session) === '/desk' ? (
          <Link to="/desk" className={styles.back}>
            {session.org.kind === 'committee' ? '回接待台' : '回办件'}
          </Link>
        ) : null}
        <span className={styles.foot}>
          <FeedbackEntry />
          <Link to="/about">全岗通是什么</Link>
        </span>
      </nav>
      <main className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
};
