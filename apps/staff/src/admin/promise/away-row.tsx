import { Field } from '@qzt/ui';
import { Button, Select } from 'antd';
import styles from '../admin.module.css';
import { ClockInput } from './clock-input.tsx';
import type { Away } from './presence.ts';

interface Props {
  readonly row: Away;
  readonly people: { value: string; label: string }[];
  readonly error: string | undefined;
  readonly change: (row: Away) => void;
  readonly remove: () => void;
}

export const AwayRow = ({ row, people, error, change, remove }: Props) => (
  <div className={styles.away}>
    <Field label="谁不在" error={error}>
      {(tied) => (
        <Select
          {...tied}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选一个人"
          options={people}
          value={row.staff}
          onChange={(staff) => change({ ...row, staff })}
        />
      )}
    </Field>
    {(['from', 'to'] as const).map((edge) => (
      <Field key={edge} label={edge === 'from' ? '从' : '到'}>
        {(tied) => (
          <ClockInput
            {...tied}
            value={row[edge]}
            change={(time) => change({ ...row, [edge]: time })}
          />
        )}
      </Field>
    ))}
    <Button onClick={remove}>去掉</Button>
  </div>
);
