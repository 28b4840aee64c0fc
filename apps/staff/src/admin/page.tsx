import { Failure, Loading } from '@qzt/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Trouble, troubleOf } from '../platform/trouble.ts';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One page of the administration: what it is for, then its content. */
export const Page = ({ title, lead, children }: PageProps) => (
  <>
    <div>
      <h1>{title}</h1>
      {lead ? <span className="ui-quiet">{lead}</span> : null}
    </div>
    {children}
  </>
);

interface ReadProps<T> {
  readonly read: UseQueryResult<T>;
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** Loading, failure or the data. */
export const Read = <T,>({ read, what, children }: ReadProps<T>) => {
  if (read.isPending) return <Loading what={`正在取${what}…`} />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  return <>{children(read.data)}</>;
};

interface TroubleProps {
  readonly write: { readonly trouble: Trouble | null; readonly again: () => Promise<boolean> };
}

/** Why a form was not written, with another try where nobody knows whether it arrived. */
export const WriteTrouble = ({ write: { trouble, again } }: TroubleProps) =>
  trouble === null ? null : (
    <Failure
      title={trouble.title}
      again={trouble.outcome === 'unknown' ? () => void again() : undefined}
    />
  );
