import type { ResidentHit } from '@qzt/contract/household';
import { Empty, Failure, Loading, nearText } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { troubleOf } from '../../platform/trouble.ts';
import { statusText } from '../case/words.ts';
import { openCasesQuery } from '../promise/lists.ts';

interface Props {
  readonly resident: ResidentHit;
  readonly open: (caseId: string) => void;
}

/** The right column while somebody known is at the desk: who it is, and what is under way for that person. */
export const ResidentCard = ({ resident, open }: Props) => {
  const cases = useQuery(openCasesQuery);
  const own = cases.data?.items.filter((c) => c.resident?.id === resident.id) ?? [];
  return (
    <section aria-label="居民" className="ui-stack">
      <div>
        <h2>{resident.name}</h2>
        <span className="ui-quiet">{resident.door}</span>
      </div>
      <div>
        <h3>在办</h3>
        {cases.isPending ? <Loading what="正在取…" /> : null}
        {cases.isError ? (
          <Failure title={troubleOf(cases.error).title} again={() => void cases.refetch()} />
        ) : null}
        {cases.isSuccess && own.length === 0 ? <Empty>没有在办的事。</Empty> : null}
        <ul>
          {own.map((c) => (
            <li key={c.id}>
              <a
                href={`/desk?case=${c.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  open(c.id);
                }}
              >
                {c.title}
              </a>{' '}
              <span className="ui-quiet">
                {statusText(c)}
                {c.dueAt === null ? '' : ` · ${nearText(c.dueAt)}前`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
