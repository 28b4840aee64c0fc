import type { ItemLine } from '@qzt/contract/catalogue';
import { ROUTE_LABELS, STANDING_LABELS, type Standing } from '@qzt/domain/catalogue';
import { SERVICE_LINES } from '@qzt/domain/org';
import { Empty, useKeys } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input, type InputRef, Radio, Select } from 'antd';
import { useRef } from 'react';
import { may, useSession } from '../../platform/session.ts';
import { Page, Read } from '../page.tsx';
import styles from './catalogue.module.css';
import { catalogueQuery } from './catalogue-query.ts';
import { CatalogueTable } from './catalogue-table.tsx';
import { type CatalogueSearch, countOf, filtered, SHOWN, SHOWN_NAMES } from './filter.ts';

type Change = { readonly [K in keyof CatalogueSearch]?: CatalogueSearch[K] | undefined };

const standingsIn = (items: readonly ItemLine[]): { value: string; label: string }[] =>
  [...new Set(items.map(({ standing }) => standing))].map((value) => ({
    value,
    label: STANDING_LABELS[value as Standing] ?? value,
  }));

const Choice = ({
  label,
  options,
  value,
  change,
}: {
  label: string;
  options: { value: string; label: string }[];
  value: string | undefined;
  change: (value: string | undefined) => void;
}) => (
  <Select
    aria-label={label}
    placeholder={label}
    allowClear
    style={{ width: 200 }}
    options={options}
    value={value ?? null}
    onChange={(next) => change(next ?? undefined)}
  />
);

const List = ({ items }: { items: readonly ItemLine[] }) => {
  const navigate = useNavigate();
  const search = useSearch({ from: '/guarded/admin/catalogue' });
  const box = useRef<InputRef>(null);
  const paper = useRef<HTMLElement>(null);
  const narrow = (more: Change): void => {
    const next = Object.entries({ ...search, ...more }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/admin/catalogue', search: Object.fromEntries(next), replace: true });
  };
  /** Down from the search into the list, up and down in it. */
  const step = (by: 1 | -1): boolean | undefined => {
    const links = [...(paper.current?.querySelectorAll<HTMLElement>('tbody a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const inBox = document.activeElement === box.current?.input;
    if (at < 0 && !(inBox && by === 1)) return false;
    if (at === 0 && by === -1) box.current?.focus();
    else links[at + by]?.focus();
    return true;
  };
  const toBox = (): boolean => {
    box.current?.focus({ cursor: 'all' });
    return true;
  };
  const walk = (by: 1 | -1) => () => step(by);
  useKeys({ 'Ctrl+K': toBox, ArrowDown: walk(1), ArrowUp: walk(-1) });
  const shown = filtered(items, search);
  return (
    <section ref={paper} className="ui-paper ui-stack" aria-label="事项目录">
      <div className="ui-row">
        <Input
          ref={box}
          autoFocus
          aria-label="按名称、编号或居民的说法找"
          placeholder="名称、编号、居民的说法"
          prefix={<span className="ui-key">Ctrl+K</span>}
          style={{ width: 320 }}
          maxLength={40}
          value={search.q ?? ''}
          onChange={(e) => narrow({ q: e.target.value === '' ? undefined : e.target.value })}
        />
        <Choice
          label="条线"
          options={SERVICE_LINES.map((line) => ({ value: line, label: line }))}
          value={search.line}
          change={(line) => narrow({ line })}
        />
        <Choice
          label="怎么转"
          options={Object.entries(ROUTE_LABELS).map(([value, label]) => ({ value, label }))}
          value={search.route}
          change={(route) => narrow({ route })}
        />
        <Choice
          label="可信程度"
          options={standingsIn(items)}
          value={search.standing}
          change={(standing) => narrow({ standing })}
        />
        <span className="ui-quiet">↓ 进列表,Enter 打开</span>
      </div>
      <Radio.Group
        aria-label="看哪些"
        value={search.show ?? 'all'}
        onChange={(e) => narrow({ show: e.target.value === 'all' ? undefined : e.target.value })}
        options={SHOWN_NAMES.map((name) => ({
          value: name,
          label: `${SHOWN[name]} ${countOf(items, name)}`,
        }))}
      />
      <p className="ui-quiet" role="status">
        {shown.length === items.length ? `共 ${items.length} 项` : `找到 ${shown.length} 项`}
      </p>
      {shown.length === 0 ? (
        <Empty>没有这样的事项。少写几个字,或把上面的条件去掉。</Empty>
      ) : (
        <CatalogueTable items={shown} />
      )}
    </section>
  );
};

/** The catalogue: every item, how far it may be trusted, and what somebody still has to look at. */
export const CataloguePage = () => {
  const session = useSession();
  return (
    <Page
      title="事项目录"
      lead="每个事项怎么办、多可信、还缺什么。没核实的时限和材料,居民看到的都写着“待核实”。"
    >
      {may(session, 'catalogue.edit') ? (
        <Link to="/admin/catalogue/file" className={styles.file}>
          整本导出、导入
        </Link>
      ) : null}
      <Read read={useQuery(catalogueQuery)} what="事项目录">
        {({ items }) => <List items={items} />}
      </Read>
    </Page>
  );
};
