import type { TemplateView } from '@qzt/contract/certificate';
import { Field, type Tied } from '@qzt/ui';
import { Input, Radio } from 'antd';
import styles from './certificate.module.css';

type Blank = TemplateView['fields'][number];

interface ControlProps {
  readonly blank: Blank;
  readonly tied: Tied;
  readonly value: string;
  readonly change: (value: string) => void;
}

const Control = ({ blank, tied, value, change }: ControlProps) => {
  if (blank.options)
    return (
      <Radio.Group
        {...tied}
        options={blank.options.map((option) => ({ value: option, label: option }))}
        value={value}
        onChange={(e) => change(e.target.value)}
      />
    );
  if (blank.kind === 'long')
    return (
      <Input.TextArea
        {...tied}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={blank.max}
        showCount
        value={value}
        onChange={(e) => change(e.target.value)}
      />
    );
  return (
    <Input
      {...tied}
      autoComplete="off"
      maxLength={blank.kind === 'idNumber' ? 18 : blank.max}
      placeholder={blank.kind === 'date' ? '2018-03-01' : undefined}
      value={value}
      onChange={(e) => change(e.target.value)}
    />
  );
};

interface Props {
  readonly template: TemplateView;
  readonly values: Readonly<Record<string, string>>;
  readonly filled: Readonly<Record<string, string>>;
  readonly change: (key: string, value: string) => void;
  readonly fields: Readonly<Record<string, string>>;
}

/** The blanks of a template. What is known already stands there, and one sentence says which. */
export const PaperFields = ({ template, values, filled, change, fields }: Props) => {
  const known = template.fields.filter(
    ({ key }) => filled[key] !== undefined && filled[key] === values[key],
  );
  return (
    <>
      {known.length > 0 ? (
        <p className="ui-quiet" style={{ margin: 0 }}>
          {known.map(({ label }) => label).join('、')}从居民档案带来,请核对。
        </p>
      ) : null}
      <div className={styles.two}>
        {template.fields.map((blank) => (
          <Field
            key={blank.key}
            label={blank.must ? blank.label : `${blank.label}(可不填)`}
            error={fields[`fields.${blank.key}`]}
          >
            {(tied) => (
              <Control
                blank={blank}
                tied={tied}
                value={values[blank.key] ?? ''}
                change={(next) => change(blank.key, next)}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
};
