import { type StaffView, staffEndpoints } from '@qzt/contract/org';
import { SERVICE_LINES } from '@qzt/domain/org';
import { Field } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { orgQuery } from '../../platform/org.ts';
import { fieldsOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';
import { rolesIn } from './roles.ts';
import { SignInFields } from './sign-in-fields.tsx';

interface Props {
  /** Null: somebody new. */
  readonly person: StaffView | null;
  readonly orgId: string;
  readonly close: () => void;
}

export const StaffForm = ({ person, orgId, close }: Props) => {
  const queries = useQueryClient();
  const org = useQuery(orgQuery);
  const [id] = useState(() => person?.id ?? v7());
  const [at, setAt] = useState(orgId);
  const [name, setName] = useState(person?.name ?? '');
  const [leader, setLeader] = useState(person?.leader ?? false);
  const [roles, setRoles] = useState<readonly string[]>(person?.roles ?? []);
  const [lines, setLines] = useState<readonly string[]>(person?.serviceLines ?? []);
  const [entry, setEntry] = useState({ username: '', password: '' });
  const [missing, setMissing] = useState<Record<string, string>>({});
  const refresh = () => queries.invalidateQueries({ queryKey: ['staff'] });
  const done = async (): Promise<void> => {
    close();
    await refresh();
  };
  const create = useWrite(staffEndpoints.createStaff, done);
  const change = useWrite(staffEndpoints.changeStaff, done);
  const write = person ? change : create;
  const fields = { ...write.trouble?.fields, ...missing };
  const kind = (org.data?.items.find((unit) => unit.id === at) ?? person?.org)?.kind;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const common = { name, leader, roles: [...roles], serviceLines: [...lines] };
    const body = { id, orgId: at, ...entry, ...common };
    const read = person
      ? staffEndpoints.changeStaff.body.safeParse(common)
      : staffEndpoints.createStaff.body.safeParse(body);
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (!read.success) return;
    const sent = person
      ? change.send({ params: { id }, body: common, version: person.version })
      : create.send({ body });
    void sent.then((ok) => (ok ? undefined : refresh()));
  };

  return (
    <form onSubmit={submit} className="ui-paper ui-stack" aria-label="工作人员">
      <h2>{person ? `修改 ${person.name}` : '新增工作人员'}</h2>
      <div className={styles.grid}>
        {person ? null : (
          <Field label="单位" error={fields.orgId}>
            {(tied) => (
              <Select
                {...tied}
                showSearch={{ optionFilterProp: 'label' }}
                options={(org.data?.items ?? []).map((u) => ({ value: u.id, label: u.name }))}
                value={at}
                onChange={setAt}
              />
            )}
          </Field>
        )}
        <Field label="姓名" error={fields.name}>
          {(tied) => <Input {...tied} value={name} onChange={(e) => setName(e.target.value)} />}
        </Field>
        {person ? null : <SignInFields entry={entry} change={setEntry} fields={fields} />}
        <Field label="岗位" error={fields.roles}>
          {(tied) => (
            <Select
              {...tied}
              mode="multiple"
              placeholder="可选多个"
              options={kind ? rolesIn(kind) : []}
              value={[...roles]}
              onChange={setRoles}
            />
          )}
        </Field>
        <Field label="熟悉的条线" error={fields.serviceLines}>
          {(tied) => (
            <Select
              {...tied}
              mode="multiple"
              placeholder="可选多个"
              options={SERVICE_LINES.map((line) => ({ value: line, label: line }))}
              value={[...lines]}
              onChange={setLines}
            />
          )}
        </Field>
      </div>
      <Checkbox checked={leader} onChange={(e) => setLeader(e.target.checked)}>
        书记或主任(周末带班)
      </Checkbox>
      <WriteTrouble write={write} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={write.sending}>
          保存
        </Button>
        <Button onClick={close}>先不做</Button>
      </div>
    </form>
  );
};
