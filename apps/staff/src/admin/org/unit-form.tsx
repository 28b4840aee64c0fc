import { type OrgNode, staffEndpoints } from '@qzt/contract/org';
import { ORG_KIND_LABELS } from '@qzt/domain/org';
import { Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { fieldsOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';

const KINDS = ['committee', 'department', 'centre', 'subdistrict'] as const;
type Kind = (typeof KINDS)[number];

const empty = () => ({ id: v7(), name: '', code: '' });

export const UnitForm = ({ units }: { units: readonly OrgNode[] }) => {
  const queries = useQueryClient();
  const parents = units.filter((u) => u.kind === 'district' || u.kind === 'subdistrict');
  const [parentId, setParentId] = useState<string | null>(parents.at(-1)?.id ?? null);
  const [kind, setKind] = useState<Kind>('committee');
  const [unit, setUnit] = useState(empty);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const create = useWrite(staffEndpoints.createUnit, async () => {
    setUnit(empty());
    await queries.invalidateQueries({ queryKey: ['org'] });
  });
  const fields = { ...create.trouble?.fields, ...missing };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { ...unit, kind, parentId: parentId ?? '' };
    const read = staffEndpoints.createUnit.body.safeParse(body);
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (read.success) void create.send({ body });
  };
  return (
    <form onSubmit={submit} className="ui-paper ui-stack" aria-label="新增组织">
      <h2>新增组织</h2>
      <div className={styles.grid}>
        <Field label="属于" error={fields.parentId}>
          {(tied) => (
            <Select
              {...tied}
              options={parents.map(({ id, name }) => ({ value: id, label: name }))}
              value={parentId}
              onChange={setParentId}
            />
          )}
        </Field>
        <Field label="是" error={fields.kind}>
          {(tied) => (
            <Select
              {...tied}
              options={KINDS.map((value) => ({ value, label: ORG_KIND_LABELS[value] }))}
              value={kind}
              onChange={setKind}
            />
          )}
        </Field>
        <Field label="名称" error={fields.name}>
          {(tied) => (
            <Input
              {...tied}
              value={unit.name}
              onChange={(e) => setUnit({ ...unit, name: e.target.value })}
            />
          )}
        </Field>
        <Field label="短代码" error={fields.code} help="小写字母和数字,例如 linyun">
          {(tied) => (
            <Input
              {...tied}
              value={unit.code}
              onChange={(e) => setUnit({ ...unit, code: e.target.value })}
            />
          )}
        </Field>
      </div>
      <WriteTrouble write={create} />
      <div>
        <Button type="primary" htmlType="submit" loading={create.sending}>
          添加
        </Button>
      </div>
    </form>
  );
};
