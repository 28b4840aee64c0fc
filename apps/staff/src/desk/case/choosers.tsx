import { Failure, type Tied } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { orgQuery, staffQuery } from '../../platform/org.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { openCasesQuery } from '../promise/lists.ts';

export interface ChooserProps {
  readonly tied: Tied;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
}

const FREE = 'free';

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined;

interface OfficeProps extends ChooserProps {
  readonly free?: boolean;
}

/** A department or service centre; with `free` also an office that is not in the system, by name and telephone. */
export const OfficeChooser = ({ tied, value, change, free = false }: OfficeProps) => {
  const org = useQuery(orgQuery);
  const [outside, setOutside] = useState(false);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  if (org.isError)
    return <Failure title={troubleOf(org.error).title} again={() => void org.refetch()} />;
  const offices = (org.data?.items ?? []).filter(
    (unit) => unit.kind === 'department' || unit.kind === 'centre',
  );
  const options = [
    ...offices.map((unit) => ({ value: unit.id, label: unit.name })),
    ...(free ? [{ value: FREE, label: '别的单位(写名称)' }] : []),
  ];
  const choose = (id: string): void => {
    setOutside(id === FREE);
    const unit = offices.find((u) => u.id === id);
    change(unit ? { kind: unit.kind, id: unit.id } : undefined);
  };
  const write = (office: string, number: string): void => {
    setName(office);
    setPhone(number);
    const filled = office.trim() !== '';
    change(filled ? { office, ...(number.trim() === '' ? {} : { phone: number }) } : undefined);
  };
  return (
    <div className="ui-stack" style={{ gap: 8 }}>
      <Select
        {...tied}
        showSearch={{ optionFilterProp: 'label' }}
        loading={org.isPending}
        placeholder="选择单位"
        options={options}
        value={outside ? FREE : (idOf(value) ?? null)}
        onChange={choose}
      />
      {outside ? (
        <div className="ui-row">
          <Input
            aria-label="单位名称"
            placeholder="单位名称"
            value={name}
            onChange={(e) => write(e.target.value, phone)}
          />
          <Input
            aria-label="单位电话"
            placeholder="电话(可不填)"
            value={phone}
            onChange={(e) => write(name, e.target.value)}
          />
        </div>
      ) : null}
    </div>
  );
};

/** Somebody of the same committee who still works there. */
export const ColleagueChooser = ({ tied, value, change }: ChooserProps) => {
  const staff = useQuery(staffQuery());
  if (staff.isError)
    return <Failure title={troubleOf(staff.error).title} again={() => void staff.refetch()} />;
  return (
    <Select
      {...tied}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={staff.isPending}
      placeholder="不改"
      options={(staff.data?.items ?? [])
        .filter((person) => person.leftAt === null)
        .map((person) => ({ value: person.id, label: person.name }))}
      value={typeof value === 'string' ? value : undefined}
      onChange={change}
    />
  );
};

/** Another open case of the committee. */
export const CaseChooser = ({ tied, value, change }: ChooserProps) => {
  const cases = useQuery(openCasesQuery);
  if (cases.isError)
    return <Failure title={troubleOf(cases.error).title} again={() => void cases.refetch()} />;
  return (
    <Select
      {...tied}
      showSearch={{ optionFilterProp: 'label' }}
      loading={cases.isPending}
      placeholder="按办件号或标题查找"
      options={(cases.data?.items ?? []).map((c) => ({
        value: c.id,
        label: `${c.number} ${c.title}`,
      }))}
      value={typeof value === 'string' ? value : undefined}
      onChange={change}
    />
  );
};
