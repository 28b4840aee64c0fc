import type { StaffView } from '@qzt/contract/org';
import { Empty } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { orgQuery, staffQuery } from '../../platform/org.ts';
import { may, useSession } from '../../platform/session.ts';
import { Page, Read } from '../page.tsx';
import { LeaveForm } from './leave-form.tsx';
import { StaffForm } from './staff-form.tsx';
import { StaffTable } from './staff-table.tsx';

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'leave'; readonly person: StaffView }
  | null;

interface SideProps {
  readonly open: Open;
  readonly staff: readonly StaffView[];
  readonly orgId: string;
  readonly close: () => void;
}

const Side = ({ open, staff, orgId, close }: SideProps) => {
  if (open === null) return null;
  if (open.kind === 'add') return <StaffForm key="add" person={null} orgId={orgId} close={close} />;
  // After a conflict the list is read again: show the newest version, keep what was typed.
  const person = staff.find((p) => p.id === open.person.id) ?? open.person;
  if (open.kind === 'leave')
    return <LeaveForm key={person.id} person={person} staff={staff} close={close} />;
  return <StaffForm key={person.id} person={person} orgId={person.org.id} close={close} />;
};

/** Who works here, with which posts and lines; adding, changing and handing over beside the list. */
export const StaffPage = () => {
  const session = useSession();
  const manages = may(session, 'staff.manage');
  const org = useQuery({ ...orgQuery, enabled: manages });
  const [orgId, setOrgId] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const read = useQuery(staffQuery(orgId ?? undefined));
  return (
    <Page title="工作人员" lead="任何在岗的人都能接任何条线的事;条线负责人是最熟的那位。">
      {manages ? (
        <div className="ui-row">
          <Select
            aria-label="单位"
            style={{ width: 320 }}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="所有单位"
            options={(org.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={orgId}
            onChange={(id) => setOrgId(id ?? null)}
          />
          <Button type="primary" onClick={() => setOpen({ kind: 'add' })}>
            新增工作人员
          </Button>
        </div>
      ) : null}
      <Read read={read} what="名单">
        {({ items }) => (
          <>
            <Side
              open={open}
              staff={items}
              orgId={orgId ?? session.org.id}
              close={() => setOpen(null)}
            />
            {items.length === 0 ? <Empty>这里还没有工作人员。</Empty> : null}
            <StaffTable
              staff={items}
              change={manages ? (person) => setOpen({ kind: 'change', person }) : null}
              leave={
                may(session, 'staff.handover')
                  ? (person) => setOpen({ kind: 'leave', person })
                  : null
              }
            />
          </>
        )}
      </Read>
    </Page>
  );
};
