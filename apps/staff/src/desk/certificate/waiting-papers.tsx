import { nearText } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { may, useSession } from '../../platform/session.ts';
import styles from './certificate.module.css';
import { waitingQuery } from './queries.ts';

/*
 * What waits for the head's agreement, for the left column of the desk: <WaitingPapers open={open} />. It shows nothing to
 * whoever does not agree to papers, and nothing while none waits.
 */
export const WaitingPapers = ({ open }: { readonly open: (caseId: string) => void }) => {
  const session = useSession();
  return may(session, 'certificate.approve') ? <Waiting open={open} /> : null;
};

const Waiting = ({ open }: { readonly open: (caseId: string) => void }) => {
  const { data } = useQuery(waitingQuery);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label="等您同意的证明">
      <h2 className={styles.heading}>
        等您同意的证明{' '}
        <span className="ui-quiet">
          {items.length} 份{data?.nextCursor ? '以上' : ''}
        </span>
      </h2>
      <ul className={styles.waiting}>
        {items.map((paper) => (
          <li key={paper.id}>
            <a
              href={`/desk?case=${paper.caseId}`}
              onClick={(event) => {
                event.preventDefault();
                open(paper.caseId);
              }}
            >
              {paper.name}
            </a>{' '}
            <span className="ui-quiet">
              {paper.requestedBy.name} · {nearText(paper.requestedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
