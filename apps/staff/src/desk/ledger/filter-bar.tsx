import { OTHER_ITEM } from '@qzt/contract/ledger';
import {
  CHANNEL_LABELS,
  LINE_STATUS_LABELS,
  type LineStatus,
  TRIP_LABELS,
} from '@qzt/domain/ledger';
import { Field } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { itemQuery } from '../catalogue/finder.ts';
import styles from './ledger.module.css';
import { itemSearchQuery } from './register-query.ts';
import type { RegisterSearch, SearchChange, SheetName } from './register-search.ts';

interface Props {
  readonly search: RegisterSearch;
  readonly committees: readonly { readonly id: string; readonly name: string }[];
  /** Which sheet: each has the filters that mean something of it. */
  readonly sheet: SheetName;
  readonly change: (more: SearchChange) => void;
}

const optionsOf = <T extends string>(labels: Readonly<Partial<Record<T, string>>>) =>
  (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));

/** The choices open inside the page's main part, where a screen reader looks for them. */
const inPlace = (node: HTMLElement): HTMLElement => node.parentElement ?? document.body;

const LOAN_STATUS_LABELS: Partial<Record<LineStatus, string>> = {
  open: '还没还',
  late: '已超时',
  done: '已还清',
};

const OTHER = { value: OTHER_ITEM, label: '其他(不在清单上)' };

/** An item by its own name or how people say it, found while one types. */
const ItemChoice = ({ search, change }: Pick<Props, 'search' | 'change'>) => {
  const [words, setWords] = useState('');
  const found = useQuery({ ...itemSearchQuery(words), enabled: words !== '' }).data?.items ?? [];
  const code = search.item === OTHER_ITEM ? undefined : search.item;
  const chosen = useQuery({ ...itemQuery(code ?? ''), enabled: code !== undefined });
  const hits = words === '' ? [] : found.map((item) => ({ value: item.code, label: item.name }));
  const kept = code === undefined ? [] : [{ value: code, label: chosen.data?.name ?? code }];
  const options = [
    ...hits,
    ...kept.filter(({ value }) => hits.every((hit) => hit.value !== value)),
  ];
  return (
    <Field label="事项">
      {(tied) => (
        <Select
          {...tied}
          getPopupContainer={inPlace}
          style={{ width: 300 }}
          allowClear
          showSearch={{ filterOption: false, searchValue: words, onSearch: setWords }}
          placeholder="全部,写几个字来找"
          notFoundContent="写几个字来找"
          value={search.item ?? null}
          options={[...options, OTHER]}
          onChange={(item) => {
            setWords('');
            change({ item });
          }}
        />
      )}
    </Field>
  );
};

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly labels: Readonly<Partial<Record<T, string>>>;
  readonly value: T | undefined;
  readonly change: (value: T | undefined) => void;
}

const Choice = <T extends string>({ label, labels, value, change }: ChoiceProps<T>) => (
  <Field label={label}>
    {(tied) => (
      <Select<T>
        {...tied}
        getPopupContainer={inPlace}
        style={{ width: 170 }}
        allowClear
        placeholder="全部"
        value={value ?? null}
        options={optionsOf(labels)}
        onChange={(next: T | undefined) => change(next)}
      />
    )}
  </Field>
);

/** What of a register: how it came, which item, how far it is, how many trips it took. */
export const FilterBar = ({ search, committees, sheet, change }: Props) => {
  const { channel, item, status, trips, committee } = search;
  const filtered = [channel, item, status, trips, committee].some((one) => one !== undefined);
  return (
    <div className={styles.filters}>
      {committees.length > 1 ? (
        <Choice
          label="居委会"
          labels={Object.fromEntries(committees.map(({ id, name }) => [id, name]))}
          value={committee}
          change={(next) => change({ committee: next })}
        />
      ) : null}
      {sheet === 'loan' ? null : (
        <Choice
          label="方式"
          labels={CHANNEL_LABELS}
          value={channel}
          change={(next) => change({ channel: next })}
        />
      )}
      {sheet === 'loan' || sheet === 'trips' ? null : (
        <ItemChoice search={search} change={change} />
      )}
      {sheet === 'trips' ? null : (
        <Choice
          label={sheet === 'loan' ? '还了没有' : '办到哪里'}
          labels={sheet === 'loan' ? LOAN_STATUS_LABELS : LINE_STATUS_LABELS}
          value={status}
          change={(next) => change({ status: next })}
        />
      )}
      {sheet === 'loan' || sheet === 'trips' ? null : (
        <Choice
          label="跑了几趟"
          labels={TRIP_LABELS}
          value={trips}
          change={(next) => change({ trips: next })}
        />
      )}
      {filtered ? (
        <Button
          type="link"
          onClick={() =>
            change({
              channel: undefined,
              item: undefined,
              status: undefined,
              trips: undefined,
              committee: undefined,
            })
          }
        >
          去掉筛选
        </Button>
      ) : null}
    </div>
  );
};
