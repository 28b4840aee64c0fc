import { Field, type Tied } from '@qzt/ui';
import { Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { FieldKind, FieldSpec } from './actions.ts';
import { CaseChooser, type ChooserProps, ColleagueChooser, OfficeChooser } from './choosers.tsx';
import { MaterialPicker } from './material-picker.tsx';

interface ControlProps extends ChooserProps {
  readonly spec: FieldSpec;
  readonly offered: readonly string[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const Text = ({ tied, value, change, spec }: ControlProps & { tied: Tied }) => {
  const types: Partial<Record<FieldKind, string>> = { date: 'date', moment: 'datetime-local' };
  return (
    <Input
      {...tied}
      type={types[spec.kind] ?? 'text'}
      autoComplete="off"
      value={textOf(value)}
      onChange={(e) => change(e.target.value)}
    />
  );
};

const Long = ({ tied, value, change }: ControlProps) => (
  <Input.TextArea
    {...tied}
    autoSize={{ minRows: 2, maxRows: 8 }}
    value={textOf(value)}
    onChange={(e) => change(e.target.value)}
  />
);

const Choice = ({ tied, value, change, spec }: ControlProps) => (
  <Radio.Group
    {...tied}
    options={Object.entries(spec.options ?? {}).map(([key, label]) => ({ value: key, label }))}
    value={value}
    onChange={(e) => change(e.target.value)}
  />
);

const Count = ({ tied, value, change }: ControlProps) => (
  <InputNumber
    {...tied}
    min={0}
    max={99}
    value={typeof value === 'number' ? value : null}
    onChange={(next) => change(next ?? undefined)}
  />
);

const CONTROLS: Readonly<Record<FieldKind, (props: ControlProps) => ReactNode>> = {
  text: Text,
  date: Text,
  moment: Text,
  long: Long,
  choice: Choice,
  score: Choice,
  'yes-no': Choice,
  count: Count,
  office: OfficeChooser,
  destination: (props) => <OfficeChooser {...props} free />,
  colleague: ColleagueChooser,
  case: CaseChooser,
  materials: ({ offered, value, change }) => (
    <MaterialPicker offered={offered} value={value} change={change} />
  ),
};

interface Props {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly error: string | undefined;
  readonly offered: readonly string[];
}

/** One labelled input of a step, by its kind. */
export const ActionField = ({ spec, value, change, error, offered }: Props) => {
  const Control = CONTROLS[spec.kind];
  return (
    <Field label={spec.must ? spec.label : `${spec.label}(可不填)`} error={error}>
      {(tied) => (
        <Control tied={tied} spec={spec} value={value} change={change} offered={offered} />
      )}
    </Field>
  );
};
