import { Field } from '@qzt/ui';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { DEFAULT_ANSWER } from './compose.ts';
import { type Draft, titleOf } from './draft.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import { LateEntry } from './late-entry.tsx';
import styles from './reception.module.css';

interface Props {
  readonly state: DraftState;
  readonly fields: Readonly<Record<string, string>>;
}

interface ChoiceProps<K extends keyof Draft> {
  readonly state: DraftState;
  readonly name: K;
  readonly label: string;
  readonly options: readonly (readonly [Draft[K], string])[];
  readonly also?: (value: Draft[K]) => Partial<Draft>;
}

const Choice = <K extends 'channel' | 'journey' | 'kind' | 'lineOutcome'>({
  state,
  name,
  label,
  options,
  also,
}: ChoiceProps<K>) => {
  const value = useDraft(state, (d) => d[name]);
  return (
    <div className={styles.choice}>
      <span className="ui-quiet">{label}</span>
      <Radio.Group
        aria-label={label}
        value={value}
        onChange={(e) => {
          const chosen = e.target.value as Draft[K];
          state.update((d) => ({ ...d, [name]: chosen, ...also?.(chosen) }));
        }}
        options={options.map(([key, text]) => ({ value: key, label: text }))}
      />
    </div>
  );
};

const Switch = ({
  state,
  name,
  label,
}: {
  state: DraftState;
  name: 'confidential' | 'urgent';
  label: string;
}) => {
  const checked = useDraft(state, (d) => d[name]);
  return (
    <Checkbox
      checked={checked}
      onChange={(e) => state.update((d) => ({ ...d, [name]: e.target.checked }))}
    >
      {label}
    </Checkbox>
  );
};

interface LineProps extends Props {
  readonly label: string;
  readonly field: string;
  readonly read: (draft: Draft) => string;
  readonly write: (draft: Draft, text: string) => Draft;
  readonly placeholder?: string;
  readonly help?: string;
}

const Line = ({ state, fields, label, field, read, write, placeholder, help }: LineProps) => {
  const value = useDraft(state, read);
  return (
    <Field label={label} error={fields[field]} help={help}>
      {(tied) => (
        <Input
          {...tied}
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(e) => {
            const text = e.target.value;
            state.update((d) => write(d, text));
          }}
        />
      )}
    </Field>
  );
};

const SafePhone = (props: Props) => {
  const confidential = useDraft(props.state, (d) => d.confidential);
  return confidential ? (
    <Line
      {...props}
      label="只打这个电话"
      field="safePhone"
      help="保密:只有您、负责人和指定的人看得到,消息只发到这个电话"
      read={(d) => d.safePhone}
      write={(d, safePhone) => ({ ...d, safePhone })}
    />
  ) : null;
};

const Rare = (props: Props) => (
  <div className={styles.rare}>
    <div className={styles.two}>
      <Line
        {...props}
        label="标题"
        field="title"
        read={titleOf}
        write={(d, title) => ({ ...d, title: title === '' ? null : title })}
      />
      <Line
        {...props}
        label="答复(当场办结时写,可不填)"
        field="settle.answer"
        placeholder={DEFAULT_ANSWER}
        read={(d) => d.answer}
        write={(d, answer) => ({ ...d, answer })}
      />
    </div>
    <div className={styles.choices}>
      <Choice
        state={props.state}
        name="kind"
        label="是"
        options={[
          ['application', '办事'],
          ['problem', '反映问题'],
          ['inquiry', '咨询'],
          ['certificate', '开证明'],
        ]}
      />
      <Choice
        state={props.state}
        name="lineOutcome"
        label="只记一笔时"
        options={[
          ['settled', '办好了'],
          ['advice', '答了话'],
        ]}
      />
    </div>
    <LateEntry {...props} />
  </div>
);

/** Fields behind “更多”, in which a fault must be seen. */
const RARE_FIELDS = ['title', 'settle.answer', 'startedAt'];

/** What else the record says: everything has a good value already, so that all of it can be skipped. */
export const Particulars = (props: Props) => {
  const { state, fields } = props;
  const late = useDraft(state, (d) => d.lateAt !== null);
  const [wanted, setWanted] = useState(false);
  const open = wanted || late || RARE_FIELDS.some((name) => fields[name] !== undefined);
  return (
    <fieldset className={styles.block} aria-label="怎么记">
      <div className={styles.choices}>
        <Choice
          state={state}
          name="channel"
          label="怎么来的"
          options={[
            ['desk', '来人'],
            ['phone', '来电'],
          ]}
          also={(channel) => ({ journey: channel === 'phone' ? 0 : 1 })}
        />
        <Choice
          state={state}
          name="journey"
          label="为这件事第几趟"
          options={[
            [0, '没跑'],
            [1, '第1趟'],
            [2, '第2趟'],
            [3, '第3趟或更多'],
          ]}
        />
        <Switch state={state} name="confidential" label="保密" />
        <Switch state={state} name="urgent" label="急" />
        <Button aria-expanded={open} onClick={() => setWanted(!open)}>
          {open ? '收起' : '更多(标题、答复、补记)'}
        </Button>
      </div>
      <SafePhone {...props} />
      {open ? <Rare {...props} /> : null}
    </fieldset>
  );
};
