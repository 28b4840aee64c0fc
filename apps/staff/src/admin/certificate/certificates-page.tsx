import type { CertificateKindView } from '@qzt/contract/certificate';
import { Empty } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../platform/session.ts';
import { Page, Read } from '../page.tsx';
import { isOpen } from './kind-words.ts';
import { kindsQuery } from './kinds-query.ts';
import { KindsTable } from './kinds-table.tsx';

type Shown = 'all' | 'open' | 'ruled';

const shownOf = (kinds: readonly CertificateKindView[], shown: Shown): CertificateKindView[] => {
  if (shown === 'open') return kinds.filter(isOpen);
  if (shown === 'ruled') return kinds.filter(({ allowed }) => allowed === 'conditional');
  return [...kinds];
};

const Kinds = ({ orgId }: { orgId: string }) => {
  const [shown, setShown] = useState<Shown>('all');
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Read read={useQuery(kindsQuery(orgId))} what="证明清单">
      {({ items }) => {
        const open = items.filter(isOpen).length;
        const kinds = shownOf(items, shown);
        return (
          <section className="ui-paper ui-stack" aria-label="证明清单">
            <Radio.Group
              aria-label="看哪些"
              value={shown}
              onChange={(e) => setShown(e.target.value)}
              options={[
                { value: 'all', label: `全部 ${items.length}` },
                { value: 'open', label: `待核实 ${open}` },
                { value: 'ruled', label: '清单没有定的' },
              ]}
            />
            {kinds.length === 0 ? (
              <Empty>都核实过了。规定变了或单位搬了,再来改。</Empty>
            ) : (
              <KindsTable orgId={orgId} kinds={kinds} editing={editing} edit={setEditing} />
            )}
          </section>
        );
      }}
    </Read>
  );
};

/** Where residents are sent for a paper that the committee does not issue, and who says so. */
export const CertificatesPage = () => {
  const { org, committees } = useSession();
  const places = org.kind === 'committee' ? [org] : [org, ...committees];
  const [orgId, setOrgId] = useState(org.id);
  return (
    <Page
      title="证明去向"
      lead="居委会不开的证明,居民该去哪里办。没核实的,接待台只会说“可先问”;核实了写上依据和日期。"
    >
      {places.length > 1 ? (
        <Select
          aria-label="哪个单位"
          style={{ width: 360 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ id, name }) => ({
            value: id,
            label: id === org.id ? `${name}(下面各居委会都用)` : name,
          }))}
          value={orgId}
          onChange={setOrgId}
        />
      ) : null}
      <Kinds key={orgId} orgId={orgId} />
    </Page>
  );
};
