import { Field } from '@qzt/ui';
import { Checkbox, Input, Radio } from 'antd';
import { DEFAULT_ANSWER } from './compose.ts';
import { type Draft, titleOf } from './draft.ts';
import styles from './reception.module.css';

interface Props {
  readonly draft: Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly fields: Readonly<Record<string, string>>;
}

interface ChoiceProps<T> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly change: (value: T) => void;
}

const Choice = <T extends string | number>({ label, value, options, change }: ChoiceProps<T>) => (
  <div className={styles.choice}>
    <span className="ui-quiet">{label}</span>
    <Radio.Group
      aria-label={label}
      value={value}
      onChange={(e) => change(e.target.value as T)}
      options={options.map(([key, text]) => ({ value: key, label: text }))}
    />
  </div>
);

const Switch = ({
  name,
  label,
  draft,
  update,
}: Omit<Props, 'fields'> & { name: 'confidential' | 'urgent'; label: string }) => (
  <Checkbox
    checked={draft[name]}
    onChange={(e) => update((d) => ({ ...d, [name]: e.target.checked }))}
  >
    {label}
  </Checkbox>
);

const SafePhone = ({ draft, update, fields }: Props) =>
  draft.confidential ? (
    <Field
      label="只打这个电话"
      error={fields.safePhone}
      help="保密:只有您、负责人和指定的人看得到,消息只发到这个电话"
    >
      {(tied) => (
        <Input
          {...tied}
          style={{ maxWidth: 280 }}
          inputMode="tel"
          autoComplete="off"
          value={draft.safePhone}
          onChange={(e) => update((d) => ({ ...d, safePhone: e.target.value }))}
        />
      )}
    </Field>
  ) : null;

/** What else the record says: everything has a good value already, so that all of it can be skipped. */
export const Particulars = (props: Props) => {
  const { draft, update, fields } = props;
  return (
    <fieldset className={styles.block} aria-label="怎么记">
      <div className={styles.two}>
        <Field label="标题" error={fields.title}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={80}
              autoComplete="off"
              value={titleOf(draft)}
              onChange={(e) => {
                const title = e.target.value;
                update((d) => ({ ...d, title: title === '' ? null : title }));
              }}
            />
          )}
        </Field>
        <Field label="答复(当场办结时写,可不填)" error={fields['settle.answer']}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={2000}
              autoComplete="off"
              placeholder={DEFAULT_ANSWER}
              value={draft.answer}
              onChange={(e) => update((d) => ({ ...d, answer: e.target.value }))}
            />
          )}
        </Field>
      </div>
      <div className={styles.choices}>
        <Choice
          label="怎么来的"
          value={draft.channel}
          options={[
            ['desk', '来人'],
            ['phone', '来电'],
          ]}
          change={(channel) =>
            update((d) => ({ ...d, channel, journey: channel === 'phone' ? 0 : 1 }))
          }
        />
        <Choice
          label="为这件事第几趟"
          value={draft.journey}
          options={[
            [0, '没跑'],
            [1, '第1趟'],
            [2, '第2趟'],
            [3, '第3趟或更多'],
          ]}
          change={(journey) => update((d) => ({ ...d, journey }))}
        />
        <Choice
          label="是"
          value={draft.kind}
          options={[
            ['application', '办事'],
            ['problem', '反映问题'],
            ['inquiry', '咨询'],
            ['certificate', '开证明'],
          ]}
          change={(kind) => update((d) => ({ ...d, kind }))}
        />
        <Switch draft={draft} update={update} name="confidential" label="保密" />
        <Switch draft={draft} update={update} name="urgent" label="急" />
      </div>
      <SafePhone {...props} />
    </fieldset>
  );
};
