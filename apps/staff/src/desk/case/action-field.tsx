import { DayField, Field, MomentField, type Tied } from '@qzt/ui';
import { Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { now } from '../../platform/clock.ts';
import type { FieldKind, FieldSpec } from './actions.ts';
import { CaseChooser, type ChooserProps, ColleagueChooser, OfficeChooser } from './choosers.tsx';
import { MaterialPicker } from './material-picker.tsx';

interface ControlProps extends ChooserProps {
  readonly spec: FieldSpec;
  readonly offered: readonly string[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const Text = ({ tied, value, change }: ControlProps & { tied: Tied }) => (
  <Input
    {...tied}
    autoComplete="off"
    value={textOf(value)}
    onChange={(e) => change(e.target.value)}
  />
);

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

const CONTROLS: Readonly<
  Record<Exclude<FieldKind, 'date' | 'moment'>, (props: ControlProps) => ReactNode>
> = {
  text: Text,
  long: Long,
  choice: Choice,
  score: Choice,
  'yes-no': Choice,
  trip: Choice,
  count: Count,
  office: OfficeChooser,
  destination: (props) => <OfficeChooser {...props} free />,
  colleague: ColleagueChooser,
  case: CaseChooser,
  materials: ({ offered, value, change }) => (
    <MaterialPicker offered={offered} value={value} change={change} />
  ),
};

/** When somebody comes: not yesterday. */
const AHEAD = [
  ['今天', 0],
  ['明天', 1],
] as const;

interface Props {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly error: string | undefined;
  readonly offered: readonly string[];
}

/** One labelled input of a step, by its kind. */
export const ActionField = ({ spec, value, change, error, offered }: Props) => {
  const label = spec.must || spec.secondAsk ? spec.label : `${spec.label}(可不填)`;
  const given = typeof value === 'string' ? value : null;
  const day = { label, value: given, change, now: now(), error };
  if (spec.kind === 'date') return <DayField {...day} />;
  if (spec.kind === 'moment') return <MomentField {...day} choices={AHEAD} />;
  const Control = CONTROLS[spec.kind];
  return (
    <Field label={label} error={error}>
      {(tied) => (
        <Control tied={tied} spec={spec} value={value} change={change} offered={offered} />
      )}
    </Field>
  );
};
