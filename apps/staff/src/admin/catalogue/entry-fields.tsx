import { ROUTE_LABELS } from '@qzt/domain/catalogue';
import { SERVICE_LINES } from '@qzt/domain/org';
import { Field } from '@qzt/ui';
import { Checkbox, Input, Select } from 'antd';
import admin from '../admin.module.css';
import styles from './catalogue.module.css';
import type { EntryForm } from './entry-form.ts';

interface Props {
  readonly form: EntryForm;
  readonly change: (form: EntryForm) => void;
  readonly errors: Partial<Record<keyof EntryForm, string>>;
  readonly doorstep: boolean;
}

type Text = { [K in keyof EntryForm]: EntryForm[K] extends string ? K : never }[keyof EntryForm];

/** Every field of an item. Lists are written one to a line, so that a keyboard is enough. */
export const EntryFields = ({ form, change, errors, doorstep }: Props) => {
  const set = (more: Partial<EntryForm>): void => change({ ...form, ...more });
  const line = (key: Text, label: string, help?: string) => (
    <Field label={label} error={errors[key]} help={help}>
      {(tied) => (
        <Input
          {...tied}
          autoFocus={key === 'name'}
          autoComplete="off"
          value={form[key]}
          onChange={(e) => set({ [key]: e.target.value })}
        />
      )}
    </Field>
  );
  const area = (key: Text, label: string, help: string) => (
    <Field label={label} error={errors[key]} help={help}>
      {(tied) => (
        <Input.TextArea
          {...tied}
          autoSize={{ minRows: 2, maxRows: 12 }}
          value={form[key]}
          onChange={(e) => set({ [key]: e.target.value })}
        />
      )}
    </Field>
  );
  const choice = (key: 'serviceLine' | 'route', label: string, options: [string, string][]) => (
    <Field label={label} error={errors[key]}>
      {({ id }) => (
        <Select
          id={id}
          value={form[key]}
          onChange={(value) => set({ [key]: value })}
          options={options.map(([value, text]) => ({ value, label: text }))}
        />
      )}
    </Field>
  );
  const mark = (key: 'checkFirst' | 'handOver' | 'urgent' | 'confidential', label: string) => (
    <Checkbox checked={form[key]} onChange={(e) => set({ [key]: e.target.checked })}>
      {label}
    </Checkbox>
  );
  return (
    <>
      <div className={admin.grid}>
        {line('name', '名称')}
        {choice(
          'serviceLine',
          '条线',
          SERVICE_LINES.map((name) => [name, name]),
        )}
        {doorstep ? line('category', '类别') : null}
        {choice('route', '怎么转', Object.entries(ROUTE_LABELS))}
        {line('limit', '时限(工作日)', '从受理算起;0 就是当天')}
        {line('source', '出处(可不填)', '网址,如 https://…')}
      </div>
      <div className="ui-row">
        {mark('checkFirst', '规定可能有变,先核实再答复')}
        {mark('handOver', '登记后交条线负责人办')}
        {mark('urgent', '可能有危险')}
        {mark('confidential', '保密')}
      </div>
      <div className={styles.pair}>
        {area('materials', '材料', '一行一样;要几份写在后面,如:结婚证 2份')}
        {area('phrasings', '居民怎么说', '一行一句,居民自己的话,至少三句才好找')}
        {area('steps', '怎么办', '一行一步,一步说清谁做什么')}
        {area('script', '怎么问', '一行一句,接待时照着说就行')}
        {area('forWhom', '给谁办', '说清哪些人能办;不确定的写以谁答复为准')}
        {area('places', '在哪里办', '一行一处,用分号隔开:名称;地址;电话')}
        {area('fee', '收费', '不收费也写出来')}
        {area('closing', '怎样算办好', '居民拿到什么,谁告诉他')}
      </div>
    </>
  );
};
