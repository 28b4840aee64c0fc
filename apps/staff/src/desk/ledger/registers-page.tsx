import { REGISTER_LABELS } from '@qzt/domain/ledger';
import { localMoment } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { orgQuery } from '../../platform/org.ts';
import { homeOf, may, useSession } from '../../platform/session.ts';
import desk from '../desk.module.css';
import { DeskHeader } from '../desk-header.tsx';
import { ExportPanel } from './export-panel.tsx';
import { FilterBar } from './filter-bar.tsx';
import styles from './ledger.module.css';
import { PeriodBar } from './period-bar.tsx';
import {
  changed,
  filterOf,
  onSheet,
  type SearchChange,
  SHEETS,
  type SheetName,
} from './register-search.ts';
import { RegisterSheet } from './register-sheet.tsx';
import { TripsSheet } from './trips-sheet.tsx';

const SHEET_LABELS: Readonly<Record<SheetName, string>> = { ...REGISTER_LABELS, trips: '一趟头' };

/** The registers: what the office must be able to show, of any time, written by the work itself. */
export const RegistersPage = () => {
  const session = useSession();
  const navigate = useNavigate();
  const search = useSearch({ from: '/guarded/desk/registers' });
  const above = session.org.kind !== 'committee';
  const units = useQuery({ ...orgQuery, enabled: above });
  const [exporting, setExporting] = useState(false);
  if (!may(session, 'ledger.read')) return <Navigate to={homeOf(session)} replace />;
  const sheet = search.sheet ?? 'reception';
  const filter = filterOf(search, localMoment(now()).date);
  const committees = above
    ? (units.data?.items ?? []).filter((unit) => unit.kind === 'committee')
    : [];
  const change = (more: SearchChange): void =>
    void navigate({ to: '/desk/registers', search: changed(search, more), replace: true });
  return (
    <div className={desk.page}>
      <DeskHeader session={session} />
      <main className={styles.page}>
        <div className={styles.bar}>
          <nav className={styles.tabs} aria-label="登记簿">
            {SHEETS.map((name) => (
              <Link
                key={name}
                to="/desk/registers"
                search={onSheet(search, name)}
                aria-current={name === sheet ? 'page' : undefined}
                className={styles.tab}
              >
                {SHEET_LABELS[name]}
              </Link>
            ))}
          </nav>
          <span className={styles.gap} />
          {sheet !== 'trips' && may(session, 'ledger.export') && !exporting ? (
            <Button onClick={() => setExporting(true)}>导出或打印…</Button>
          ) : null}
          {may(session, 'kit.print') ? <Link to="/desk/kit">断网包</Link> : null}
          <Link to="/desk">回到接待</Link>
        </div>
        <PeriodBar search={search} period={filter} change={change} />
        <FilterBar search={search} committees={committees} sheet={sheet} change={change} />
        {above ? <p className="ui-quiet">这里只有办事情况,没有居民和经办人的个人信息。</p> : null}
        {sheet !== 'trips' && exporting ? (
          <ExportPanel
            register={sheet}
            filter={filter}
            mayUnmask={may(session, 'resident.unmask')}
            done={() => setExporting(false)}
          />
        ) : null}
        {sheet === 'trips' ? (
          <TripsSheet filter={filter} search={search} />
        ) : (
          <RegisterSheet
            key={JSON.stringify([sheet, filter])}
            register={sheet}
            filter={filter}
            committees={above && search.committee === undefined}
          />
        )}
      </main>
    </div>
  );
};
