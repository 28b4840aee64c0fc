import type { MaintainedItem } from '@qzt/contract/catalogue';
import { useKeys } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { may, useSession } from '../../platform/session.ts';
import { Read } from '../page.tsx';
import styles from './catalogue.module.css';
import { catalogueQuery, maintainedQuery } from './catalogue-query.ts';
import { ComparePanel, type Pair } from './compare-panel.tsx';
import { ConfirmItemForm } from './confirm-form.tsx';
import { EditForm } from './edit-form.tsx';
import { ItemParts } from './item-parts.tsx';
import { OfferForm } from './offer-form.tsx';
import { VersionsPanel } from './versions-panel.tsx';
import { gapWords, spanWords } from './words.ts';

type Act = 'edit' | 'confirm' | 'withdraw' | 'restore';

/** The items before and after this one, so that all of them can be gone through one by one. */
const Neighbours = ({ code }: { code: string }) => {
  const { data } = useQuery(catalogueQuery);
  const at = data?.items.findIndex((item) => item.code === code) ?? -1;
  const link = (found: { code: string; name: string } | undefined, label: string) =>
    found ? (
      <Link to="/admin/catalogue/$code" params={{ code: found.code }}>
        {label}:{found.name}
      </Link>
    ) : null;
  return (
    <nav aria-label="事项之间">
      <Link to="/admin/catalogue" search={{}}>
        回目录
      </Link>
      {at < 0 ? null : link(data?.items[at - 1], '上一项')}
      {at < 0 ? null : link(data?.items[at + 1], '下一项')}
    </nav>
  );
};

const Item = ({ item }: { item: MaintainedItem }) => {
  const mayEdit = may(useSession(), 'catalogue.edit');
  const [act, setAct] = useState<Act | null>(null);
  const [pair, setPair] = useState<Pair | null>(null);
  const [looked, setLooked] = useState<number | null>(null);
  const close = (): void => setAct(null);
  const leave = (): boolean => {
    if (act === null && pair === null) return false;
    setAct(null);
    setPair(null);
    return true;
  };
  useKeys({ Esc: leave });
  const [newest] = item.versions;
  const shown = item.versions.find(({ version }) => version === looked) ?? newest;
  if (!newest || !shown) return null;
  const button = (what: Act, label: string) => (
    <Button
      type={what === 'edit' || what === 'restore' ? 'primary' : 'default'}
      aria-pressed={act === what}
      onClick={() => setAct(act === what ? null : what)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className={styles.head}>
        <h1>
          {item.code} {newest.entry.name}
        </h1>
        <span className="ui-quiet">
          {newest.entry.kind === 'contactless' ? '不见面办事' : '零距离服务'} · 第 {shown.version}{' '}
          版 · {spanWords(shown)}
        </span>
        {shown.withdrawn ? <span className={styles.unsure}>停办</span> : null}
        {shown.gaps.map((gap) => (
          <span key={gap} className={styles.unsure}>
            {gapWords(gap)}
          </span>
        ))}
        <Neighbours code={item.code} />
      </div>
      {mayEdit ? (
        <div className="ui-row">
          {newest.withdrawn ? button('restore', '恢复') : button('edit', '修改')}
          {newest.withdrawn ? null : button('confirm', '核实')}
          {newest.withdrawn ? null : button('withdraw', '停办')}
        </div>
      ) : null}
      <div className={styles.sides}>
        <div className="ui-stack">
          {act === 'edit' ? <EditForm item={item} newest={newest} close={close} /> : null}
          {act === 'confirm' ? <ConfirmItemForm item={item} close={close} /> : null}
          {act === 'withdraw' || act === 'restore' ? (
            <OfferForm key={act} item={item} act={act} close={close} />
          ) : null}
          {pair ? (
            <ComparePanel item={item} pair={pair} change={setPair} close={() => setPair(null)} />
          ) : null}
          {act === 'edit' ? null : <ItemParts version={shown} />}
        </div>
        <VersionsPanel
          item={item}
          shown={shown.version}
          look={setLooked}
          compare={(other) =>
            setPair({
              before: Math.min(other, shown.version),
              after: Math.max(other, shown.version),
            })
          }
        />
      </div>
    </>
  );
};

/** One item: what it says, how far each part may be trusted, and all that was made of it. */
export const ItemPage = () => {
  const { code } = useParams({ from: '/guarded/admin/catalogue/$code' });
  return (
    <Read read={useQuery(maintainedQuery(code))} what="这个事项">
      {(item) => <Item key={code} item={item} />}
    </Read>
  );
};
