import type { SessionView } from '@qzt/contract/org';
import type { Permission } from '@qzt/domain/org';
import { WORKLISTS, worklistsOf } from '@qzt/domain/worklist';
import { Empty } from '@qzt/ui';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { memo, useCallback } from 'react';
import { clearSecond, showOnSecond } from '../platform/second-channel.ts';
import type { RatingTarget } from '../platform/second-desk.ts';
import { homeOf, may, useSession } from '../platform/session.ts';
import { FirstDayPanel } from '../practice/first-day-panel.tsx';
import { CasePanel } from './case/case-panel.tsx';
import styles from './desk.module.css';
import { DeskHeader } from './desk-header.tsx';
import { ResidentCard } from './household/resident-card.tsx';
import { MyDay } from './promise/my-day.tsx';
import { type DraftState, useDraft } from './reception/draft-state.ts';
import { ReceptionForm } from './reception/reception-form.tsx';
import { toldText } from './reception/told-text.ts';
import { type Told, useReception } from './reception/use-reception.ts';

interface ColumnsProps {
  readonly session: SessionView;
  readonly opened: string | null;
  readonly open: (caseId: string | null) => void;
}

/** What may be rated: what was settled or answered, with or without a case. How a promise goes nobody knows yet. */
const rateable = ({ act, made, draft }: Told): RatingTarget | null => {
  if (act === 'register' || act === 'refer' || act === 'dispatch') return null;
  return made === null ? { encounterId: draft.ids.encounter } : { caseId: made.id };
};

/** What was stored, on the second screen: the code to follow it, and the question whether it was good. */
const tellResident = (told: Told): void => {
  const { made, draft } = told;
  // Whoever called sits nowhere near the screen.
  if (draft.channel !== 'desk') return;
  showOnSecond({
    kind: 'done',
    said: toldText(told),
    track: made?.track?.url ?? null,
    rate: rateable(told),
    confidential: draft.confidential || (made?.flags.includes('confidential') ?? false),
  });
};

interface RightProps extends Omit<ColumnsProps, 'session'> {
  readonly state: DraftState;
}

/** Who is at the desk, or the case that was opened; empty, calmly, while neither is known. */
const RightColumn = memo(({ state, opened, open }: RightProps) => {
  const known = useDraft(state, (draft) => draft.resident);
  if (opened !== null) return <CasePanel key={opened} id={opened} />;
  if (known) return <ResidentCard key={known.id} resident={known} open={open} />;
  return <Empty>知道来的是谁,或从左边打开一件,这里就会显示。</Empty>;
});

/** The desk of somebody who receives residents. */
const ReceptionColumns = ({ session, opened, open }: ColumnsProps) => {
  const reception = useReception({ staffId: session.staff.id, opened: open, done: tellResident });
  return (
    <>
      <main className={styles.middle} aria-label="接待">
        <ReceptionForm
          reception={reception}
          maySearch={may(session, 'resident.search')}
          opened={opened}
          openCase={open}
          next={() => {
            reception.next();
            clearSecond();
            open(null);
          }}
        />
      </main>
      <aside className={styles.column} aria-label="居民与办件">
        <RightColumn state={reception.state} opened={opened} open={open} />
      </aside>
    </>
  );
};

/** The desk of an office: no residents in front of it, only what was handed to it. */
const OfficeColumns = ({ session, opened }: ColumnsProps) => {
  const permissions = { has: (permission: Permission) => may(session, permission) };
  const lists = worklistsOf(permissions, session.org.kind).map((name) => WORKLISTS[name].label);
  return (
    <main className={styles.wide} aria-label="办件">
      {opened === null ? (
        <Empty>从左边“{lists.join('”“')}”里打开一件,先到期的在前。</Empty>
      ) : (
        <CasePanel key={opened} id={opened} />
      )}
    </main>
  );
};

export const DeskPage = () => {
  const session = useSession();
  const navigate = useNavigate();
  const search = useSearch({ from: '/guarded/desk' });
  const opened = search.case ?? null;
  const open = useCallback(
    (caseId: string | null): void =>
      void navigate({ to: '/desk', search: caseId === null ? {} : { case: caseId } }),
    [navigate],
  );
  if (homeOf(session) !== '/desk') return <Navigate to={homeOf(session)} replace />;
  const receives = may(session, 'encounter.write') && may(session, 'case.register');
  const Columns = receives ? ReceptionColumns : OfficeColumns;
  return (
    <div className={styles.page}>
      <DeskHeader session={session} />
      <div className={styles.row}>
        <div className={styles.columns}>
          <aside className={styles.column} aria-label="我的事">
            <MyDay session={session} opened={opened} open={open} />
          </aside>
          <Columns session={session} opened={opened} open={open} />
        </div>
        <FirstDayPanel session={session} />
      </div>
    </div>
  );
};
