import type { SessionView } from '@qzt/contract/org';
import { Empty } from '@qzt/ui';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { homeOf, may, useSession } from '../platform/session.ts';
import { CasePanel } from './case/case-panel.tsx';
import styles from './desk.module.css';
import { DeskHeader } from './desk-header.tsx';
import { ResidentCard } from './household/resident-card.tsx';
import { MyDay } from './promise/my-day.tsx';
import { useDraft } from './reception/draft-state.ts';
import { ReceptionForm } from './reception/reception-form.tsx';
import { useReception } from './reception/use-reception.ts';

interface ColumnsProps {
  readonly session: SessionView;
  readonly opened: string | null;
  readonly open: (caseId: string | null) => void;
}

/** The desk of somebody who receives residents. */
const ReceptionColumns = ({ session, opened, open }: ColumnsProps) => {
  const reception = useReception({
    staffId: session.staff.id,
    opened: open,
    done: () => undefined,
  });
  const known = useDraft(reception.state, (draft) => draft.resident);
  return (
    <>
      <main className={styles.middle} aria-label="接待">
        <ReceptionForm
          reception={reception}
          maySearch={may(session, 'resident.search')}
          openCase={open}
          next={() => {
            reception.next();
            open(null);
          }}
        />
      </main>
      <aside className={styles.column} aria-label="居民与办件">
        {opened === null ? null : <CasePanel key={opened} id={opened} />}
        {opened === null && known ? <ResidentCard resident={known} open={open} /> : null}
        {opened === null && !known ? (
          <Empty>知道来的是谁,或从左边打开一件,这里就会显示。</Empty>
        ) : null}
      </aside>
    </>
  );
};

/** The desk of an office: no residents in front of it, only what was handed to it. */
const OfficeColumns = ({ opened }: ColumnsProps) => (
  <main className={styles.column} style={{ gridColumn: '2 / -1' }} aria-label="办件">
    {opened === null ? (
      <Empty>从左边打开一件办件。转给您单位的办件会出现在“交给我的”里。</Empty>
    ) : (
      <CasePanel key={opened} id={opened} />
    )}
  </main>
);

export const DeskPage = () => {
  const session = useSession();
  const navigate = useNavigate();
  const search = useSearch({ from: '/guarded/desk' });
  const opened = search.case ?? null;
  const open = (caseId: string | null): void =>
    void navigate({ to: '/desk', search: caseId === null ? {} : { case: caseId } });
  if (homeOf(session) !== '/desk') return <Navigate to={homeOf(session)} replace />;
  const receives = may(session, 'encounter.write') && may(session, 'case.register');
  const Columns = receives ? ReceptionColumns : OfficeColumns;
  return (
    <div className={styles.page}>
      <DeskHeader session={session} />
      <div className={styles.columns}>
        <aside className={styles.column}>
          <MyDay session={session} opened={opened} open={open} />
        </aside>
        <Columns session={session} opened={opened} open={open} />
      </div>
    </div>
  );
};
