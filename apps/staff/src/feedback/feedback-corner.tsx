import { Link, useLocation } from '@tanstack/react-router';
import styles from './feedback.module.css';
import { FeedbackEntry } from './feedback-entry.tsx';

/** In a corner of every page; the desk has both in its header. */
export const FeedbackCorner = () => {
  const { pathname } = useLocation();
  if (pathname === '/desk') return null;
  return (
    <aside className={styles.corner} aria-label="意见">
      <Link to="/about">全岗通是什么</Link>
      <FeedbackEntry />
    </aside>
  );
};
