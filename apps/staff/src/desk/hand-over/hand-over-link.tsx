import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './hand-over.module.css';
import { handOversQuery } from './hand-over-query.ts';

/** The link of the header; it says when a shift waits to be taken over, so that nothing of it is missed. */
export const HandOverLink = () => {
  const { data } = useQuery(handOversQuery);
  const open = data?.open ?? 0;
  return (
    <Link to="/desk/hand-over">
      交接
      {open > 0 ? <span className={styles.count}> {open} 份没人接</span> : null}
    </Link>
  );
};
